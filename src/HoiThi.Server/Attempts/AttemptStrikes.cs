using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Attempts;

/// <summary>What organisers do to attempts, in one transaction with what they want recorded of it.</summary>
public sealed class AttemptStrikes(AttemptWriter writer)
{
    /// <summary>Strikes an attempt out; it stays used.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Which attempt.</param>
    /// <param name="within">Done in the same transaction, if the act does anything.</param>
    /// <returns>Why nothing was done, or null.</returns>
    public async Task<SittingRefusal?> VoidAsync(LiveRound round, AttemptId id, Func<HoiThiContext, Task> within) =>
        (await writer.Void(round, id, (connection, cancel) => On(connection, within))).Refusal;

    /// <summary>Strikes an attempt out and lets the contestant have it again.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Which attempt.</param>
    /// <param name="within">As of <see cref="VoidAsync"/>.</param>
    public async Task<SittingRefusal?> GiveBackAsync(LiveRound round, AttemptId id, Func<HoiThiContext, Task> within) =>
        (await writer.GiveBack(round, id, (connection, cancel) => On(connection, within))).Refusal;

    /// <summary>The tables on the connection of the batch, whose transaction is open and is the batch's to commit.</summary>
    private static async Task On(System.Data.Common.DbConnection connection, Func<HoiThiContext, Task> within)
    {
        var options = new DbContextOptionsBuilder<HoiThiContext>();
        _ = connection is SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection);
        await using var context = new HoiThiContext(options.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        await within(context);
    }
}
