using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>
/// Counts item statistics, one scan at a time, and keeps what was counted: as long as no attempt of the round has changed, and
/// for a minute while it is open. Who leaves the page finds the scan further on when he comes back.
/// </summary>
public sealed class StatisticsDesk(IDbContextFactory<HoiThiContext> contexts, TimeProvider time, IHostApplicationLifetime lifetime) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly LongScans scans = new(contexts, lifetime);
    private readonly Dictionary<(short Contest, short Round, int Version), Run> runs = [];
    private readonly Lock access = new();

    /// <summary>The statistics, or how far they are when they take longer than a few seconds.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="rules">The round.</param>
    /// <param name="sealedSet">The set as it was sealed; it is marked by what is in force.</param>
    public async Task<StatisticsProgress> OfAsync(LiveContest contest, RoundRules rules, SealedSet sealedSet)
    {
        var set = rules.MarkedBy(sealedSet.Version);
        var run = Find(contest, rules, set, await TallyAsync(contest, rules));
        await LongScans.WaitAsync(run.Task);
        return run.Task.IsCompleted ? new StatisticsProgress(await run.Task, run.Tally.Attempts, run.Tally.Attempts) : new StatisticsProgress(null, run.Scan.Done, run.Tally.Attempts);
    }

    public void Dispose() => scans.Dispose();

    private Run Find(LiveContest contest, RoundRules rules, SealedSet set, Tally tally)
    {
        lock (access)
        {
            var key = (contest.Number, rules.Number, set.Version);
            if (runs.TryGetValue(key, out var known) && !known.Task.IsFaulted && !known.Task.IsCanceled
                && (!known.Task.IsCompleted || known.Tally == tally || time.GetUtcNow() - known.Began < Fresh))
            {
                return known;
            }

            var scan = new StatisticsScan(contest.Number, rules.Number, set);
            return runs[key] = new Run(scan, scans.RunAsync((context, cancel) => scan.RunAsync(context, time.GetUtcNow(), cancel)), tally, time.GetUtcNow());
        }
    }

    /// <summary>What the round comes to in its tallies: another attempt, or another mark, and it is another.</summary>
    private async Task<Tally> TallyAsync(LiveContest contest, RoundRules rules)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Tallies.AsNoTracking()
            .Where(tally => tally.Contest == contest.Number && tally.Round == rules.Number && tally.Division == rules.Division).ToListAsync();
        return rows.Aggregate(default(Tally), (sum, row) => sum + row.ToTally());
    }

    private sealed record Run(StatisticsScan Scan, Task<RoundStatistics> Task, Tally Tally, DateTimeOffset Began);
}

/// <summary>Statistics, or how far they are.</summary>
/// <param name="Result">The statistics; null while they are counted.</param>
/// <param name="Done">How many attempts are counted.</param>
/// <param name="All">Of about how many.</param>
public sealed record StatisticsProgress(RoundStatistics? Result, long Done, long All);
