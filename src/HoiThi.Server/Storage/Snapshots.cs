using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HoiThi.Server.Storage;

/// <summary>Reads that must agree with each other without holding up the writer.</summary>
public static class Snapshots
{
    /// <summary>Begins a transaction in which every read sees the same moment.</summary>
    public static async Task<IDbContextTransaction> BeginSnapshotAsync(this HoiThiContext context, CancellationToken cancel = default)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection connection)
        {
            return await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        }

        // Deferred: a reader of the write-ahead log takes no lock that a writer would wait for.
        await context.Database.OpenConnectionAsync(cancel);
        return (await context.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancel))!;
    }
}
