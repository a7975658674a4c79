using System.Data;
using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using Npgsql;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>
/// The hot path on PostgreSQL: one connection, arrays and <c>unnest</c>, two round trips and a commit a batch
/// however many requests are in it. <c>synchronous_commit</c> is on, so that a commit is on the disk before anybody is told.
/// </summary>
public sealed class PostgresHotStore(NpgsqlDataSource source, short slot) : IHotStore
{
    private NpgsqlConnection? connection;

    public async Task<IHotTransaction> BeginAsync(CancellationToken cancel)
    {
        if (connection is not { State: ConnectionState.Open })
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            connection = await source.OpenConnectionAsync(cancel);
            await using var setting = new NpgsqlCommand("SET synchronous_commit = on", connection);
            await setting.ExecuteNonQueryAsync(cancel);
        }

        return new Transaction(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel), slot);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private sealed class Transaction(NpgsqlConnection connection, NpgsqlTransaction transaction, short slot) : IHotTransaction
    {
        public async Task<Dictionary<ContestantId, byte[]>> RegisterAsync(IReadOnlyList<NewContestant> contestants, CancellationToken cancel)
        {
            await using var batch = NewBatch();
            Add(batch, PostgresStatements.Register,
                Column(contestants, c => c.Id.Value), Column(contestants, c => c.Contest), Column(contestants, c => c.Unit),
                Column(contestants, c => c.Name), Column(contestants, c => c.Private), Column(contestants, c => c.CodeHash),
                Column(contestants, c => c.Entrance), Column(contestants, c => c.Registered));
            Add(batch, PostgresStatements.CodeHashes, Column(contestants, c => c.Id.Value));
            var hashes = new Dictionary<ContestantId, byte[]>(contestants.Count);
            await using var row = await batch.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                hashes[new ContestantId(row.GetGuid(0))] = row.GetFieldValue<byte[]>(1);
            }

            return hashes;
        }

        public async Task<LoadedSittings> LoadAsync(IReadOnlyList<SittingLoad> sittings, CancellationToken cancel)
        {
            var whole = sittings.Where(sitting => sitting.Whole).Select(sitting => sitting.Key).ToArray();
            await using var batch = NewBatch();

            // Each statement of a batch sees what was committed before it: the locks come first, then what they guard.
            if (whole.Length > 0)
            {
                Add(batch, PostgresStatements.Contestants, whole.Select(key => key.Contestant.Value).Distinct().ToArray());
            }

            Add(batch, PostgresStatements.Attempts, Column(sittings, s => s.Key.Contestant.Value), Column(sittings, s => s.Key.Round));
            if (whole.Length > 0)
            {
                Add(batch, PostgresStatements.Standings, Column(whole, key => key.Contestant.Value), Column(whole, key => key.Round));
            }

            var loaded = new LoadedSittings();
            await using var row = await batch.ExecuteReaderAsync(cancel);
            if (whole.Length > 0)
            {
                while (await row.ReadAsync(cancel))
                {
                    loaded.Contestants[new ContestantId(row.GetGuid(0))] = (row.GetInt32(1), row.GetInt64(2));
                }

                await row.NextResultAsync(cancel);
            }

            while (await row.ReadAsync(cancel))
            {
                loaded.Add(ReadAttempt(row));
            }

            await row.NextResultAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                var standing = ReadStanding(row);
                loaded.Standings[(standing.Contestant, standing.Round)] = standing;
            }

            return loaded;
        }

        public async Task StoreAsync(SittingChanges changes, CancellationToken cancel)
        {
            await using var batch = NewBatch();
            AddStarted(batch, changes.Started);
            AddChanged(batch, changes.Changed);
            AddStandings(batch, changes.Standings);
            AddTallies(batch, changes);
            if (batch.BatchCommands.Count > 0)
            {
                await batch.ExecuteNonQueryAsync(cancel);
            }
        }

        public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();

        private static void AddStarted(NpgsqlBatch batch, List<Attempt> attempts)
        {
            if (attempts.Count > 0)
            {
                Add(batch, PostgresStatements.Start,
                    Column(attempts, a => a.Id.Contestant.Value), Column(attempts, a => a.Id.Round), Column(attempts, a => a.Id.Ordinal),
                    Column(attempts, a => a.Id.Contest), Column(attempts, a => a.Unit), Column(attempts, a => a.SetVersion),
                    Column(attempts, a => a.Started), Column(attempts, a => a.Deadline),
                    Column(attempts, a => (short)a.State), Column(attempts, a => a.Answers.ToBytes()),
                    Column(attempts, a => a.Answers.Prediction), Column(attempts, a => a.Answers.PredictionSequence),
                    Column(attempts, a => a.Submitted), Column(attempts, a => a.Grade?.Score), Column(attempts, a => a.Grade?.Correct));
            }
        }

        private static void AddChanged(NpgsqlBatch batch, List<Attempt> attempts)
        {
            if (attempts.Count > 0)
            {
                Add(batch, PostgresStatements.Change,
                    Column(attempts, a => a.Id.Contestant.Value), Column(attempts, a => a.Id.Round), Column(attempts, a => a.Id.Ordinal),
                    Column(attempts, a => (short)a.State), Column(attempts, a => a.Answers.ToBytes()),
                    Column(attempts, a => a.Answers.Prediction), Column(attempts, a => a.Answers.PredictionSequence),
                    Column(attempts, a => a.Submitted), Column(attempts, a => a.Grade?.Score), Column(attempts, a => a.Grade?.Correct));
            }
        }

        private static void AddStandings(NpgsqlBatch batch, List<(short Contest, Standing Standing, byte[] RankKey)> rows)
        {
            if (rows.Count > 0)
            {
                Add(batch, PostgresStatements.Standing,
                    Column(rows, r => r.Standing.Contestant.Value), Column(rows, r => r.Standing.Round), Column(rows, r => r.Contest),
                    Column(rows, r => r.Standing.Unit), Column(rows, r => r.Standing.Registered), Column(rows, r => r.Standing.Attempts),
                    Column(rows, r => r.Standing.PerfectAttempts), Column(rows, r => r.Standing.Ordinal), Column(rows, r => r.Standing.Score),
                    Column(rows, r => r.Standing.Correct), Column(rows, r => r.Standing.Time), Column(rows, r => r.Standing.Submitted),
                    Column(rows, r => r.Standing.Prediction), Column(rows, r => r.RankKey));
            }
        }

        private void AddTallies(NpgsqlBatch batch, SittingChanges changes)
        {
            var rows = changes.Tallies.ToArray();
            if (rows.Length > 0)
            {
                Add(batch, PostgresStatements.Tally,
                    Column(rows, r => r.Key.Contest), Column(rows, r => r.Key.Round), Column(rows, r => r.Key.Unit), Column(rows, _ => slot),
                    Column(rows, r => r.Value.People), Column(rows, r => r.Value.Attempts), Column(rows, r => r.Value.PerfectPeople),
                    Column(rows, r => r.Value.PerfectAttempts), Column(rows, r => r.Value.Score));
            }
        }

        private NpgsqlBatch NewBatch() => new(connection, transaction);

        private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<Array> columns)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var column in columns)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = column });
            }

            batch.BatchCommands.Add(command);
        }

        private static TColumn[] Column<TRow, TColumn>(IReadOnlyList<TRow> rows, Func<TRow, TColumn> value)
        {
            var column = new TColumn[rows.Count];
            for (var index = 0; index < column.Length; index++)
            {
                column[index] = value(rows[index]);
            }

            return column;
        }

        private static Attempt ReadAttempt(NpgsqlDataReader row)
        {
            var answers = row.GetFieldValue<byte[]>(9);
            return new Attempt(
                new AttemptId(row.GetInt16(3), new ContestantId(row.GetGuid(0)), row.GetInt16(1), row.GetInt16(2)),
                row.GetInt32(4),
                row.GetInt32(5),
                (AttemptState)row.GetInt16(6),
                row.GetInt64(7),
                row.GetInt64(8),
                AnswerSheet.Read(answers, row.IsDBNull(10) ? null : row.GetInt64(10), row.GetInt32(11)),
                row.IsDBNull(12) ? null : row.GetInt64(12),
                row.IsDBNull(13) ? null : new Grade(row.GetInt32(13), row.GetInt32(14), answers.Length / 3));
        }

        private static Standing ReadStanding(NpgsqlDataReader row) => new(
            new ContestantId(row.GetGuid(0)), row.GetInt16(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetInt16(6),
            row.GetInt32(7), row.GetInt32(8), row.GetInt64(9), row.GetInt64(10), row.IsDBNull(11) ? null : row.GetInt64(11));
    }
}
