using Microsoft.Data.Sqlite;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>Reads for pages on SQLite: one connection beside the writer's, one snapshot a batch. It never waits for a commit.</summary>
public sealed class SqliteHotReads(string connectionString) : IHotReads
{
    private SqliteConnection? connection;
    private SqliteStatements? statements;

    public Task<SittingRows[]> ReadAsync(IReadOnlyList<SittingKey> sittings, CancellationToken cancel)
    {
        var open = statements ??= Open();
        var rows = new SittingRows[sittings.Count];
        open.BeginReading.Run();
        try
        {
            for (var index = 0; index < rows.Length; index++)
            {
                rows[index] = open.RowsOf(sittings[index]);
            }
        }
        finally
        {
            open.Commit.Run();
        }

        return Task.FromResult(rows);
    }

    public async ValueTask DisposeAsync()
    {
        statements?.Dispose();
        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private SqliteStatements Open()
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        return new SqliteStatements(connection, slot: 0);
    }
}
