using HoiThi.Core.Attempts;
using Npgsql;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>Reads for pages on PostgreSQL: one connection, one round trip a batch.</summary>
public sealed class PostgresHotReads(NpgsqlDataSource source) : IHotReads
{
    private readonly PostgresHotConnection connection = new(source);

    public async Task<SittingRows[]> ReadAsync(IReadOnlyList<SittingKey> sittings, CancellationToken cancel)
    {
        var wanted = sittings.Distinct().ToArray();
        var (contestants, rounds) = (Array.ConvertAll(wanted, key => key.Contestant.Value), Array.ConvertAll(wanted, key => key.Round));
        await using var batch = new NpgsqlBatch(await connection.OpenAsync(cancel));
        batch.BatchCommands.Add(Command(PostgresStatements.AttemptsToShow, contestants, rounds));
        batch.BatchCommands.Add(Command(PostgresStatements.RankKeys, contestants, rounds));
        var loaded = new LoadedRows();
        var keys = new Dictionary<(ContestantId Contestant, short Round), byte[]>(sittings.Count);
        await using var row = await batch.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            loaded.Add(PostgresRows.Attempt(row));
        }

        await row.NextResultAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            keys[(new ContestantId(row.GetGuid(0)), row.GetInt16(1))] = row.GetFieldValue<byte[]>(2);
        }

        return [.. sittings.Select(key => new SittingRows(
            loaded.Attempts.GetValueOrDefault((key.Contestant, key.Round)) ?? [],
            keys.GetValueOrDefault((key.Contestant, key.Round))))];
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static NpgsqlBatchCommand Command(string sql, Guid[] contestants, short[] rounds) => new(sql)
    {
        Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = contestants }, new NpgsqlParameter<short[]> { TypedValue = rounds } },
    };
}
