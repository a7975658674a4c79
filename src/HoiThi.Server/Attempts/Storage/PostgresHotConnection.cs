using System.Data;
using Npgsql;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>A connection that is kept for the hot path, and opened anew after it broke.</summary>
internal sealed class PostgresHotConnection(NpgsqlDataSource source) : IAsyncDisposable
{
    // Every statement goes by primary keys, whatever the planner believes of tables that were empty a minute ago, and is planned once.
    private const string Settings =
        "SET synchronous_commit = on; SET plan_cache_mode = force_generic_plan; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off; SET jit = off";

    private NpgsqlConnection? connection;

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        if (connection is { State: ConnectionState.Open })
        {
            return connection;
        }

        await DisposeAsync();
        connection = await source.OpenConnectionAsync(cancel);
        await using var settings = new NpgsqlCommand(Settings, connection);
        await settings.ExecuteNonQueryAsync(cancel);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }
}
