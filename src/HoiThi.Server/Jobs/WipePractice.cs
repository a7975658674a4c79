using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Jobs;

/// <summary>
/// Deletes what practice rounds leave when they are over: attempts, standings and counts. Any node may do it, several at
/// once as well: what is gone is gone.
/// </summary>
public sealed partial class WipePractice(
    IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, TimeProvider time, ILogger<WipePractice> log)
    : PeriodicJob(TimeSpan.FromSeconds(10), time)
{
    private readonly HashSet<(short Contest, short Round, long Closes)> wiped = [];

    /// <summary>Deletes what can be deleted now.</summary>
    /// <returns>How many attempts were deleted.</returns>
    public override async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        var deleted = 0;
        foreach (var round in catalog.Published.SelectMany(contest => contest.Rounds).Where(round => round.Practice && now >= round.Settled))
        {
            // Dates can be moved: a practice round that opens again is wiped again.
            var period = (round.Contest, round.Number, round.Closes);
            if (!wiped.Contains(period))
            {
                deleted += await WipeAsync(round, cancel);
                wiped.Add(period);
            }
        }

        return deleted;
    }

    private async Task<int> WipeAsync(RoundRules round, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        var attempts = await context.Attempts.Where(a => a.Contest == round.Contest && a.Round == round.Number).ExecuteDeleteAsync(cancel);
        await context.Marks.Where(m => m.Contest == round.Contest && m.Round == round.Number).ExecuteDeleteAsync(cancel);
        await context.Standings.Where(s => s.Contest == round.Contest && s.Round == round.Number).ExecuteDeleteAsync(cancel);
        await context.Tallies.Where(t => t.Contest == round.Contest && t.Round == round.Number).ExecuteDeleteAsync(cancel);
        await context.Spread.Where(s => s.Contest == round.Contest && s.Round == round.Number).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogWiped(round.Contest, round.Number, attempts);
        return attempts;
    }

    [LoggerMessage(LogLevel.Information, "Practice round {Round} of contest {Contest} is over: {Attempts} attempts deleted")]
    private partial void LogWiped(short contest, short round, int attempts);

    [LoggerMessage(LogLevel.Warning, "Practice rounds could not be wiped; the next run tries again")]
    protected override partial void LogFailed(Exception exception);
}
