using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
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
                Add(batch, PostgresStatements.Corrections);
            }

            if (sittings.Count > 0)
            {
                Add(batch, PostgresStatements.Attempts, Column(sittings, s => s.Key.Contestant.Value), Column(sittings, s => s.Key.Round));
            }

            if (whole.Length > 0)
            {
                Add(batch, PostgresStatements.Standings, Column(whole, key => key.Contestant.Value), Column(whole, key => key.Round));
            }

            var elsewhere = sittings.Where(sitting => sitting.Elsewhere).Select(sitting => sitting.Key.Contestant.Value).Distinct().ToArray();
            if (elsewhere.Length > 0)
            {
                Add(batch, PostgresStatements.StandingsElsewhere, elsewhere);
                Add(batch, PostgresStatements.UsedElsewhere, elsewhere);
            }

            var marked = sittings.Where(sitting => sitting.Marks).Select(sitting => sitting.Key).ToArray();
            if (marked.Length > 0)
            {
                Add(batch, PostgresStatements.Marks, Column(marked, key => key.Contestant.Value), Column(marked, key => key.Round));
            }

            // In the order in which they were added; statements without rows have no result.
            var loaded = new LoadedRows();
            await using var row = await batch.ExecuteReaderAsync(cancel);
            await EachRow(row, contestants.Count > 0, () => loaded.CodeHashes[new ContestantId(row.GetGuid(0))] = row.GetFieldValue<byte[]>(1), cancel);
            await EachRow(row, whole.Length > 0, () => loaded.Contestants[new ContestantId(row.GetGuid(0))] = (row.GetInt32(1), row.GetInt64(2), row.GetInt16(3), new ExtraTime(row.GetInt16(4), row.GetInt16(5))), cancel);
            await EachRow(row, whole.Length > 0, () => loaded.Corrections[(row.GetInt16(0), row.GetInt16(1))] = row.GetInt32(2), cancel);
            await EachRow(row, sittings.Count > 0, () => loaded.Add(PostgresRows.Attempt(row)), cancel);
            await EachRow(row, whole.Length > 0, () => loaded.Add(PostgresRows.Standing(row)), cancel);
            await EachRow(row, elsewhere.Length > 0, () => loaded.Add(PostgresRows.Standing(row)), cancel);
            await EachRow(row, elsewhere.Length > 0, () => loaded.Used[(new ContestantId(row.GetGuid(0)), row.GetInt16(1))] = (int)row.GetInt64(2), cancel);
            await EachRow(row, marked.Length > 0, () => loaded.Add(
                new ContestantId(row.GetGuid(0)), row.GetInt16(1), row.GetInt16(2), new EssayMark(row.GetInt16(3), row.GetInt32(4))), cancel);
            return loaded;
        }

        public async Task CommitAsync(SittingChanges changes, CancellationToken cancel)
        {
            foreach (var within in changes.Within)
            {
                await within(connection, cancel);
            }

            await using var batch = NewBatch();
            AddStarted(batch, changes.Started);
            AddChanged(batch, changes.Changed);
            AddChangedWritten(batch, changes.ChangedWritten);
            AddMarks(batch, changes.Marks);
            AddRemoved(batch, changes.Removed);
            AddStandings(batch, changes.Standings);
            AddTallies(batch, changes);
            AddSpread(batch, changes);
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

        private static void AddChangedWritten(NpgsqlBatch batch, List<Attempt> attempts)
        {
            if (attempts.Count > 0)
            {
                Add(batch, PostgresStatements.ChangeWritten,
                    Column(attempts, a => a.Id.Contestant.Value), Column(attempts, a => a.Id.Round), Column(attempts, a => a.Id.Ordinal),
                    Column(attempts, a => (short)a.State), Column(attempts, a => a.Answers.ToBytes()),
                    Column(attempts, a => a.Answers.Prediction), Column(attempts, a => a.Answers.PredictionSequence),
                    Column(attempts, a => a.Submitted), Column(attempts, a => a.Grade?.Score), Column(attempts, a => a.Grade?.Correct),
                    Column(attempts, a => a.Answers.WrittenToBytes()));
            }
        }

        private static void AddMarks(NpgsqlBatch batch, List<NewMark> marks)
        {
            if (marks.Count > 0)
            {
                Add(batch, PostgresStatements.Mark,
                    Column(marks, m => m.Attempt.Contestant.Value), Column(marks, m => m.Attempt.Round), Column(marks, m => m.Attempt.Ordinal),
                    Column(marks, m => (short)m.Mark.Position), Column(marks, m => m.Attempt.Contest), Column(marks, m => m.Mark.Points),
                    Column(marks, m => m.Marker), Column(marks, m => m.Marked));
            }
        }

        private static void AddRemoved(NpgsqlBatch batch, List<(ContestantId Contestant, short Round)> rows)
        {
            if (rows.Count > 0)
            {
                Add(batch, PostgresStatements.Remove, Column(rows, r => r.Contestant.Value), Column(rows, r => r.Round));
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
                    Column(rows, r => r.Standing.Prediction), Column(rows, r => r.RankKey), Column(rows, r => r.Standing.Division),
                    Column(rows, r => r.Standing.Started));
            }
        }

        private void AddTallies(NpgsqlBatch batch, SittingChanges changes)
        {
            var rows = changes.Tallies.ToArray();
            if (rows.Length > 0)
            {
                Add(batch, PostgresStatements.Tally,
                    Column(rows, r => r.Key.Contest), Column(rows, r => r.Key.Round), Column(rows, r => r.Key.Division), Column(rows, r => r.Key.Unit),
                    Column(rows, _ => slot),
                    Column(rows, r => r.Value.People), Column(rows, r => r.Value.Attempts), Column(rows, r => r.Value.PerfectPeople),
                    Column(rows, r => r.Value.PerfectAttempts), Column(rows, r => r.Value.Score));
            }
        }

        private void AddSpread(NpgsqlBatch batch, SittingChanges changes)
        {
            var rows = changes.Spread.ToArray();
            if (rows.Length > 0)
            {
                Add(batch, PostgresStatements.Spread,
                    Column(rows, r => r.Key.Contest), Column(rows, r => r.Key.Round), Column(rows, r => r.Key.Division), Column(rows, r => r.Key.Correct),
                    Column(rows, _ => slot), Column(rows, r => r.Value));
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
