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
    private readonly SqliteConnection connection;
    private readonly SqliteStatements statements;

    public SqliteHotStore(string connectionString, short slot)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536;";
        pragma.ExecuteNonQuery();
        statements = new SqliteStatements(connection, slot);
    }

    public Task<IHotTransaction> BeginAsync(CancellationToken cancel) =>
        Task.FromResult<IHotTransaction>(new Transaction(connection.BeginTransaction(), statements));

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private sealed class Transaction(SqliteTransaction transaction, SqliteStatements statements) : IHotTransaction
    {
        public Task<Dictionary<ContestantId, byte[]>> RegisterAsync(IReadOnlyList<NewContestant> contestants, CancellationToken cancel)
        {
            var hashes = new Dictionary<ContestantId, byte[]>(contestants.Count);
            foreach (var c in contestants)
            {
                var stored = statements.Register.Run(transaction,
                    Bytes(c.Id), c.Contest, c.Unit, c.Name, c.Private, c.CodeHash, c.Entrance, c.Registered) == 1;
                hashes[c.Id] = stored ? c.CodeHash : statements.CodeHash.One(transaction, row => (byte[])row.GetValue(0), Bytes(c.Id))!;
            }

            return Task.FromResult(hashes);
        }

        public Task<LoadedSittings> LoadAsync(IReadOnlyList<SittingLoad> sittings, CancellationToken cancel)
        {
            var loaded = new LoadedSittings();
            foreach (var (key, whole) in sittings)
            {
                // The transaction is the only writer there is: nothing more is to be locked.
                var id = Bytes(key.Contestant);
                statements.Attempts.Each(transaction, row => loaded.Add(ReadAttempt(row, key)), id, key.Round);
                if (whole)
                {
                    statements.Contestant.Each(transaction, row => loaded.Contestants[key.Contestant] = (row.GetInt32(0), row.GetInt64(1)), id, key.Contest);
                    statements.Standings.Each(transaction, row => ReadStanding(row, key.Contestant, loaded), id, key.Round);
                }
            }

            return Task.FromResult(loaded);
        }

        public Task StoreAsync(SittingChanges changes, CancellationToken cancel)
        {
            foreach (var a in changes.Started)
            {
                statements.Start.Run(transaction,
                    Bytes(a.Id.Contestant), a.Id.Round, a.Id.Ordinal, a.Id.Contest, a.Unit, a.SetVersion, a.Started, a.Deadline,
                    (int)a.State, a.Answers.ToBytes(), a.Answers.Prediction, a.Answers.PredictionSequence, a.Submitted, a.Grade?.Score, a.Grade?.Correct);
            }

            foreach (var a in changes.Changed)
            {
                statements.Change.Run(transaction,
                    Bytes(a.Id.Contestant), a.Id.Round, a.Id.Ordinal,
                    (int)a.State, a.Answers.ToBytes(), a.Answers.Prediction, a.Answers.PredictionSequence, a.Submitted, a.Grade?.Score, a.Grade?.Correct);
            }

            foreach (var (contest, s, key) in changes.Standings)
            {
                statements.Standing.Run(transaction,
                    Bytes(s.Contestant), s.Round, contest, s.Unit, s.Registered, s.Attempts, s.PerfectAttempts, s.Ordinal,
                    s.Score, s.Correct, s.Time, s.Submitted, s.Prediction, key);
            }

            foreach (var ((contest, round, unit), t) in changes.Tallies)
            {
                statements.Tally.Run(transaction,
                    contest, round, unit, statements.Slot, t.People, t.Attempts, t.PerfectPeople, t.PerfectAttempts, t.Score);
            }

            return Task.CompletedTask;
        }

        public Task CommitAsync(CancellationToken cancel)
        {
            transaction.Commit();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => transaction.DisposeAsync();

        private static byte[] Bytes(ContestantId id) => id.Value.ToByteArray(bigEndian: true);

        private static Attempt ReadAttempt(SqliteDataReader row, SittingKey key)
        {
            var answers = (byte[])row.GetValue(6);
            return new Attempt(
                new AttemptId(key.Contest, key.Contestant, key.Round, row.GetInt16(0)),
                row.GetInt32(1),
                row.GetInt32(2),
                (AttemptState)row.GetInt32(3),
                row.GetInt64(4),
                row.GetInt64(5),
                AnswerSheet.Read(answers, row.IsDBNull(7) ? null : row.GetInt64(7), row.GetInt32(8)),
                row.IsDBNull(9) ? null : row.GetInt64(9),
                row.IsDBNull(10) ? null : new Grade(row.GetInt32(10), row.GetInt32(11), answers.Length / 3));
        }

        private static void ReadStanding(SqliteDataReader row, ContestantId contestant, LoadedSittings loaded)
        {
            var round = row.GetInt16(0);
            loaded.Standings[(contestant, round)] = new Standing(
                contestant, round, row.GetInt32(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4), row.GetInt16(5),
                row.GetInt32(6), row.GetInt32(7), row.GetInt64(8), row.GetInt64(9), row.IsDBNull(10) ? null : row.GetInt64(10));
        }
    }
}
