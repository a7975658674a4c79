using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

/// <summary>What is done to a contest as a whole (an import, the closing of a round) is done by one node at a time.</summary>
public static class Turns
{
    /// <summary>
    /// Waits, within a transaction, until no other transaction that has called this is open. On SQLite the transaction
    /// itself is such a turn: it begins by taking the write lock.
    /// </summary>
    public static Task TakeTurnAsync(this HoiThiContext context, CancellationToken cancel = default) => context.Database.IsNpgsql()
        ? context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(7240232)", cancel)
        : Task.CompletedTask;
}
