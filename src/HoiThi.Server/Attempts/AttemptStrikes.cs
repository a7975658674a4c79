using System.Data.Common;
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
    public Task<SittingRefusal?> VoidAsync(LiveRound round, AttemptId id, Func<HoiThiContext, Task> within) =>
        StrikeAsync(on => writer.Void(round, id, on), within);

    /// <summary>Strikes an attempt out and lets the contestant have it again.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Which attempt.</param>
    /// <param name="within">As of <see cref="VoidAsync"/>.</param>
    public Task<SittingRefusal?> GiveBackAsync(LiveRound round, AttemptId id, Func<HoiThiContext, Task> within) =>
        StrikeAsync(on => writer.GiveBack(round, id, on), within);

    /// <summary>An act on what is struck out already succeeds without doing anything; here that is a refusal, because nothing is recorded.</summary>
    private static async Task<SittingRefusal?> StrikeAsync(Func<Func<DbConnection, CancellationToken, Task>, Task<SittingOutcome>> act, Func<HoiThiContext, Task> within)
    {
        var did = false;
        var outcome = await act(async (connection, _) =>
        {
            await On(connection, within);
            did = true;
        });
        return did ? null : outcome.Refusal ?? SittingRefusal.Over;
    }

    /// <summary>The tables on the connection of the batch, whose transaction is open and is the batch's to commit.</summary>
    private static async Task On(DbConnection connection, Func<HoiThiContext, Task> within)
    {
        var options = new DbContextOptionsBuilder<HoiThiContext>();
        _ = connection is SqliteConnection ? options.UseSqlite(connection) : options.UseNpgsql(connection);
        await using var context = new HoiThiContext(options.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        await within(context);
    }
}
