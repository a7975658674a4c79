using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using Microsoft.Data.Sqlite;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>
/// The hot path on SQLite: one connection, prepared statements, WAL with <c>synchronous=FULL</c>, so that a commit is
/// on the disk before anybody is told.
/// </summary>
public sealed class SqliteHotStore : IHotStore
{
    // A journey changes the same few pages eight times: checkpoints every 64 MB write them to the database once, not after each commit.
    private const string Settings = """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 16384
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;

    public SqliteHotStore(string connectionString, short slot)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var settings = connection.CreateCommand();
        settings.CommandText = Settings;
        settings.ExecuteNonQuery();
        statements = new SqliteStatements(connection, slot);
    }

    public Task<IHotTransaction> BeginAsync(CancellationToken cancel)
    {
        statements.Begin.Run();
        return Task.FromResult<IHotTransaction>(new Transaction(connection, statements));
    }

    public ValueTask DisposeAsync()
    {
        statements.Dispose();
        return connection.DisposeAsync();
    }

    private sealed class Transaction(SqliteConnection connection, SqliteStatements statements) : IHotTransaction
    {
        private bool committed;

        public Task<LoadedRows> LoadAsync(IReadOnlyList<NewContestant> contestants, IReadOnlyList<SittingLoad> sittings, CancellationToken cancel)
        {
            var loaded = new LoadedRows();
            foreach (var contestant in contestants)
            {
                Register(contestant, loaded);
            }

            foreach (var sitting in sittings)
            {
                Load(sitting, loaded);
            }

            if (sittings.Any(sitting => sitting.Whole))
            {
                for (var row = statements.Corrections; row.Next();)
                {
                    loaded.Corrections[((short)row.Int(0), (short)row.Int(1))] = row.Int(2);
                }
            }

            return Task.FromResult(loaded);
        }

        public async Task CommitAsync(SittingChanges changes, CancellationToken cancel)
        {
            changes.Started.ForEach(Start);
            changes.Changed.ForEach(Change);
            changes.ChangedWritten.ForEach(ChangeWritten);
            changes.Marks.ForEach(Mark);
            foreach (var (contestant, round) in changes.Removed)
            {
                statements.Remove.Bind(contestant).Bind(round).Run();
            }

            foreach (var (contest, standing, key) in changes.Standings)
            {
                Rank(contest, standing, key);
            }

            foreach (var ((contest, round, division, unit), t) in changes.Tallies)
            {
                statements.Tally.Bind(contest).Bind(round).Bind(division).Bind(unit).Bind(statements.Slot)
                    .Bind(t.People).Bind(t.Attempts).Bind(t.PerfectPeople).Bind(t.PerfectAttempts).Bind(t.Score).Run();
            }

            foreach (var ((contest, round, division, correct), people) in changes.Spread)
            {
                statements.Spread.Bind(contest).Bind(round).Bind(division).Bind(correct).Bind(statements.Slot).Bind(people).Run();
            }

            foreach (var within in changes.Within)
            {
                await within(connection, cancel);
            }

            statements.Commit.Run();
            committed = true;
        }

        public ValueTask DisposeAsync()
        {
            if (!committed)
            {
                statements.Rollback.Run();
            }

            return ValueTask.CompletedTask;
        }

        private void Register(NewContestant c, LoadedRows loaded)
        {
            var inserted = statements.Register.Bind(c.Id).Bind(c.Contest).Bind(c.Unit).Bind(c.Name).Bind(c.Private).Bind(c.CodeHash)
                .Bind(c.Entrance).Bind(c.Registered).Bind(c.Division).Run() == 1;
            loaded.CodeHashes[c.Id] = inserted ? c.CodeHash : statements.CodeHashOf(c.Id);
        }

        /// <summary>The transaction is the only writer there is: nothing more is to be locked.</summary>
        private void Load(SittingLoad sitting, LoadedRows loaded)
        {
            var key = sitting.Key;
            loaded.Attempts[(key.Contestant, key.Round)] = statements.AttemptsOf(key);
            if (sitting.Marks)
            {
                for (var mark = statements.Marks.Bind(key.Contestant).Bind(key.Round); mark.Next();)
                {
                    loaded.Add(key.Contestant, key.Round, (short)mark.Int(0), new EssayMark(mark.Int(1), mark.Int(2)));
                }
            }

            if (!sitting.Whole)
            {
                return;
            }

            var row = statements.Contestant.Bind(key.Contestant).Bind(key.Contest);
            while (row.Next())
            {
                loaded.Contestants[key.Contestant] = (row.Int(0), row.Long(1), (short)row.Int(2), new ExtraTime((short)row.Int(3), (short)row.Int(4)));
            }

            row = sitting.Elsewhere ? statements.StandingsElsewhere.Bind(key.Contestant) : statements.Standings.Bind(key.Contestant).Bind(key.Round);
            while (row.Next())
            {
                var round = (short)row.Int(0);
                loaded.Standings[(key.Contestant, round)] = new Standing(
                    key.Contestant, round, row.Int(1), row.Long(2), row.Int(3), row.Int(4), (short)row.Int(5),
                    row.Int(6), row.Int(7), row.Long(8), row.Long(9), row.LongOrNull(10), (short)row.Int(11), row.Long(12));
            }

            if (sitting.Elsewhere)
            {
                for (row = statements.UsedElsewhere.Bind(key.Contestant); row.Next();)
                {
                    loaded.Used[(key.Contestant, (short)row.Int(0))] = row.Int(1);
                }
            }
        }

        private void Start(Attempt a) => statements.Start
            .Bind(a.Id.Contestant).Bind(a.Id.Round).Bind(a.Id.Ordinal).Bind(a.Id.Contest).Bind(a.Unit).Bind(a.SetVersion).Bind(a.Started).Bind(a.Deadline)
            .Bind((int)a.State).Bind(a.Answers.ToBytes()).Bind(a.Answers.Prediction).Bind(a.Answers.PredictionSequence)
            .Bind(a.Submitted).Bind(a.Grade?.Score).Bind(a.Grade?.Correct).Run();

        private void Change(Attempt a) => statements.Change
            .Bind(a.Id.Contestant).Bind(a.Id.Round).Bind(a.Id.Ordinal)
            .Bind((int)a.State).Bind(a.Answers.ToBytes()).Bind(a.Answers.Prediction).Bind(a.Answers.PredictionSequence)
            .Bind(a.Submitted).Bind(a.Grade?.Score).Bind(a.Grade?.Correct).Run();

        private void ChangeWritten(Attempt a) => statements.ChangeWritten
            .Bind(a.Id.Contestant).Bind(a.Id.Round).Bind(a.Id.Ordinal)
            .Bind((int)a.State).Bind(a.Answers.ToBytes()).Bind(a.Answers.Prediction).Bind(a.Answers.PredictionSequence)
            .Bind(a.Submitted).Bind(a.Grade?.Score).Bind(a.Grade?.Correct).Bind(a.Answers.WrittenToBytes()).Run();

        private void Mark(NewMark m) => statements.Mark
            .Bind(m.Attempt.Contestant).Bind(m.Attempt.Round).Bind(m.Attempt.Ordinal).Bind(m.Mark.Position).Bind(m.Attempt.Contest)
            .Bind(m.Mark.Points).Bind(m.Marker).Bind(m.Marked).Run();

        private void Rank(short contest, Standing s, byte[] key) => statements.Standing
            .Bind(s.Contestant).Bind(s.Round).Bind(contest).Bind(s.Unit).Bind(s.Registered).Bind(s.Attempts).Bind(s.PerfectAttempts).Bind(s.Ordinal)
            .Bind(s.Score).Bind(s.Correct).Bind(s.Time).Bind(s.Submitted).Bind(s.Prediction).Bind(key)
            .Bind(s.Division).Bind(s.Started).Run();
    }
}
