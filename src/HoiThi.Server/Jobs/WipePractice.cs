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
    IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, TimeProvider time, ILogger<WipePractice> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly HashSet<(short Contest, short Round, long Closes)> wiped = [];

    /// <summary>Deletes what can be deleted now.</summary>
    /// <returns>How many attempts were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var deleted = 0;
        foreach (var round in catalog.All.SelectMany(contest => contest.Rounds).Where(round => round.Practice && now >= round.Settled))
        {
            // Dates can be moved: a practice round that opens again is wiped again.
            if (wiped.Add((round.Contest, round.Number, round.Closes)))
            {
                deleted += await WipeAsync(round, cancel);
            }
        }

        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                wiped.Clear();
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
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
    private partial void LogFailed(Exception exception);
}
