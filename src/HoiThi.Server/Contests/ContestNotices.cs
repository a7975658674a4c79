using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HoiThi.Server.Contests;

/// <summary>
/// Tells all nodes that a contest has changed: NOTIFY on PostgreSQL, at the commit. A lost notice is covered by the poll,
/// which is all there is on SQLite.
/// </summary>
internal sealed class ContestNotices(Database database) : IAsyncDisposable
{
    private const string Channel = "contest_changed";
    private NpgsqlConnection? listening;

    /// <summary>Sends a notice with the transaction that is open.</summary>
    public static async Task SendAsync(HoiThiContext context, CancellationToken cancel)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}", cancel);
        }
    }

    /// <summary>Waits for a notice, but no longer than <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        if (database.Postgres is not { } source)
        {
            await Task.Delay(atMost, cancel);
            return;
        }

        if (listening is not { State: System.Data.ConnectionState.Open })
        {
            await DisposeAsync();
            listening = await source.OpenConnectionAsync(cancel);
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", listening);
            await listen.ExecuteNonQueryAsync(cancel);
        }

        await listening.WaitAsync(atMost, cancel);
    }

    public ValueTask DisposeAsync() => listening?.DisposeAsync() ?? ValueTask.CompletedTask;
}
