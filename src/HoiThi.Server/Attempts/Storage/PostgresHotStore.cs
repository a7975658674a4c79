using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using Npgsql;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>
/// The hot path on PostgreSQL: one connection, arrays and <c>unnest</c>, two round trips a batch however many requests
/// are in it: one begins and loads, the other stores and commits. <c>synchronous_commit</c> is on, so that a commit is on
/// the disk before anybody is told.
/// </summary>
public sealed class PostgresHotStore(NpgsqlDataSource source, short slot) : IHotStore
{
    private readonly PostgresHotConnection connection = new(source);

    public async Task<IHotTransaction> BeginAsync(CancellationToken cancel) => new Transaction(await connection.OpenAsync(cancel), slot);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private sealed class Transaction(NpgsqlConnection connection, short slot) : IHotTransaction
    {
        private bool begun;
        private bool committed;

        public async Task<LoadedRows> LoadAsync(IReadOnlyList<NewContestant> contestants, IReadOnlyList<SittingLoad> sittings, CancellationToken cancel)
        {
            var whole = sittings.Where(sitting => sitting.Whole).Select(sitting => sitting.Key).ToArray();
            await using var batch = NewBatch();
            AddRegistrations(batch, contestants);

            // Each statement of a batch sees what was committed before it: the locks come first, then what they guard.
            if (whole.Length > 0)
            {
                Add(batch, PostgresStatements.Contestants, whole.Select(key => key.Contestant.Value).Distinct().ToArray());
            }

            if (sittings.Count > 0)
            {
                Add(batch, PostgresStatements.Attempts, Column(sittings, s => s.Key.Contestant.Value), Column(sittings, s => s.Key.Round));
            }

            if (whole.Length > 0)
            {
                Add(batch, PostgresStatements.Standings, Column(whole, key => key.Contestant.Value), Column(whole, key => key.Round));
            }

            // In the order in which they were added; statements without rows have no result.
            var loaded = new LoadedRows();
            await using var row = await batch.ExecuteReaderAsync(cancel);
            await EachRow(row, contestants.Count > 0, () => loaded.CodeHashes[new ContestantId(row.GetGuid(0))] = row.GetFieldValue<byte[]>(1), cancel);
            await EachRow(row, whole.Length > 0, () => loaded.Contestants[new ContestantId(row.GetGuid(0))] = (row.GetInt32(1), row.GetInt64(2)), cancel);
            await EachRow(row, sittings.Count > 0, () => loaded.Add(PostgresRows.Attempt(row)), cancel);
            await EachRow(row, whole.Length > 0, () => loaded.Add(PostgresRows.Standing(row)), cancel);
            return loaded;
        }

        public async Task CommitAsync(SittingChanges changes, CancellationToken cancel)
        {
            await using var batch = NewBatch();
            AddStarted(batch, changes.Started);
            AddChanged(batch, changes.Changed);
            AddStandings(batch, changes.Standings);
            AddTallies(batch, changes);
            Add(batch, "COMMIT");
            await batch.ExecuteNonQueryAsync(cancel);
            committed = true;
        }

        public async ValueTask DisposeAsync()
        {
            if (begun && !committed && connection.State == System.Data.ConnectionState.Open)
            {
                await using var rollback = new NpgsqlCommand("ROLLBACK", connection);
                await rollback.ExecuteNonQueryAsync();
            }
        }

        private static async Task EachRow(NpgsqlDataReader row, bool expected, Action read, CancellationToken cancel)
        {
            if (expected)
            {
                while (await row.ReadAsync(cancel))
                {
                    read();
                }

                await row.NextResultAsync(cancel);
            }
        }

        private static void AddRegistrations(NpgsqlBatch batch, IReadOnlyList<NewContestant> contestants)
        {
            if (contestants.Count > 0)
            {
                Add(batch, PostgresStatements.Register,
                    Column(contestants, c => c.Id.Value), Column(contestants, c => c.Contest), Column(contestants, c => c.Unit),
                    Column(contestants, c => c.Name), Column(contestants, c => c.Private), Column(contestants, c => c.CodeHash),
                    Column(contestants, c => c.Entrance), Column(contestants, c => c.Registered), Column(contestants, c => c.Division));
                Add(batch, PostgresStatements.CodeHashes, Column(contestants, c => c.Id.Value));
            }
        }

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

        private NpgsqlBatch NewBatch()
        {
            var batch = new NpgsqlBatch(connection);
            if (!begun)
            {
                Add(batch, "BEGIN");
                begun = true;
            }

            return batch;
        }

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
    }
}
