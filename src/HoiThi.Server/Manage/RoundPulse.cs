using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// How a round is going, from what costs nothing: sums of tallies (a few rows), and the attempts in progress along their
/// partial index. No attempt that is over is read. Every minute is kept for some hours, so that all nodes, and one that has
/// just started, show the same hour.
/// </summary>
public sealed partial class RoundPulse(IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, ErrorCount errors, TimeProvider time, ILogger<RoundPulse> log)
    : PeriodicJob(TimeSpan.FromSeconds(15), time)
{
    /// <summary>How many minutes are shown.</summary>
    public const int Shown = 60;

    private const int Kept = 180;
    private const long Minute = 60_000;
    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private (long Minute, long Errors, long Busy) before;
    private (long Errors, long Busy) last;

    /// <summary>The figures of a round now.</summary>
    public async Task<RoundBeat> BeatAsync(LiveContest contest, int round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        var counts = await CountAsync(context, contest, (short)round, now);
        var since = (now / Minute) - Shown;
        var minutes = await context.RoundMinutes.AsNoTracking()
            .Where(row => row.Contest == contest.Number && row.Round == round && row.Minute >= since && row.Minute < now / Minute).OrderBy(row => row.Minute).ToListAsync();
        var troubles = await context.NodeMinutes.AsNoTracking().Where(row => row.Minute > (now / Minute) - 5).ToListAsync();
        minutes.Add(new RoundMinuteRow(contest.Number, (short)round, now / Minute, counts.Attempts, counts.Open));
        return new RoundBeat(
            counts.Open, counts.InTime, counts.Saved, counts.People, counts.Attempts, PerMinute(minutes, now), MinuteLine.Of(minutes, now / Minute),
            troubles.Sum(row => row.Errors), troubles.Sum(row => row.Busy));
    }

    /// <summary>Keeps this minute.</summary>
    public override async Task RunAsync(CancellationToken cancel = default)
    {
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        var minute = now / Minute;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        foreach (var (contest, rules) in catalog.All.SelectMany(contest => contest.Rounds.Select(rules => (contest, rules))).Where(each => each.rules.OpenUntil(now) is not null))
        {
            var counts = await CountAsync(context, contest, rules.Number, now);
            var row = new RoundMinuteRow(contest.Number, rules.Number, minute, counts.Attempts, counts.Open);
            if (await context.RoundMinutes.Where(each => each.Contest == row.Contest && each.Round == row.Round && each.Minute == minute)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Attempts, row.Attempts).SetProperty(each => each.Open, row.Open), cancel) == 0)
            {
                await AddAsync(context, row, cancel);
            }
        }

        if (before.Minute != minute)
        {
            before = (minute, last.Errors, last.Busy);
            await context.RoundMinutes.Where(row => row.Minute < minute - Kept).ExecuteDeleteAsync(cancel);
            await context.NodeMinutes.Where(row => row.Minute < minute - Kept).ExecuteDeleteAsync(cancel);
        }

        await KeepTroublesAsync(context, minute, cancel);
    }

    private async Task KeepTroublesAsync(HoiThiContext context, long minute, CancellationToken cancel)
    {
        last = (errors.Errors, errors.Busy);
        var row = new NodeMinuteRow(minute, Node, last.Errors - before.Errors, last.Busy - before.Busy);
        if ((row.Errors > 0 || row.Busy > 0)
            && await context.NodeMinutes.Where(each => each.Minute == minute && each.Node == Node)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Errors, row.Errors).SetProperty(each => each.Busy, row.Busy), cancel) == 0)
        {
            await AddAsync(context, row, cancel);
        }
    }

    // Another node may have been first with the same minute; it has counted the same.
    private static async Task AddAsync(HoiThiContext context, object row, CancellationToken cancel)
    {
        try
        {
            context.Add(row);
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // It is there.
        }

        context.ChangeTracker.Clear();
    }

    private static async Task<Counts> CountAsync(HoiThiContext context, LiveContest contest, short round, long now)
    {
        var blank = new byte[contest.Round(round)!.PaperLength * 3];
        var open = await context.Attempts.AsNoTracking()
            .Where(row => row.State == AttemptState.InProgress && row.Contest == contest.Number && row.Round == round)
            .GroupBy(_ => 1)
            .Select(group => new { Count = group.LongCount(), InTime = group.LongCount(row => row.Deadline >= now), Saved = group.LongCount(row => row.Answers != blank || row.Written != null) })
            .SingleOrDefaultAsync();
        var tallies = await context.Tallies.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == round)
            .GroupBy(_ => 1).Select(group => new { People = group.Sum(row => row.People), Attempts = group.Sum(row => row.Attempts) }).SingleOrDefaultAsync();
        return new Counts(open?.Count ?? 0, open?.InTime ?? 0, open?.Saved ?? 0, tallies?.People ?? 0, tallies?.Attempts ?? 0);
    }

    /// <summary>Submissions a minute over the last five; null until two minutes are known.</summary>
    private static double? PerMinute(List<RoundMinuteRow> minutes, long now)
    {
        var newest = minutes[^1];
        var first = minutes.Find(row => newest.Minute - row.Minute <= 5);
        if (first is null || first.Minute == newest.Minute)
        {
            return null;
        }

        // The row of a minute is of its last moments; the last one is of now.
        var span = (now - ((first.Minute + 1) * Minute)) / (double)Minute;
        return (newest.Attempts - first.Attempts) / Math.Max(span, 0.25);
    }

    [LoggerMessage(LogLevel.Warning, "The figures of this minute were not kept")]
    protected override partial void LogFailed(Exception exception);

    private sealed record Counts(long Open, long InTime, long Saved, long People, long Attempts);
}

/// <summary>How a round is going.</summary>
/// <param name="InProgress">Attempts that are open.</param>
/// <param name="InTime">Of these, those whose time is not over.</param>
/// <param name="Saved">Of these, those with an answer that is saved.</param>
/// <param name="People">People with a finished attempt.</param>
/// <param name="Attempts">Finished attempts.</param>
/// <param name="PerMinute">Attempts finished a minute of late, or null.</param>
/// <param name="Hour">The last hour, a minute each.</param>
/// <param name="Errors">Requests that failed in the last five minutes, on all nodes.</param>
/// <param name="Busy">Requests that were told to come again.</param>
public sealed record RoundBeat(
    long InProgress, long InTime, long Saved, long People, long Attempts, double? PerMinute, ValueList<MinuteLine> Hour, long Errors, long Busy);

/// <summary>A minute of the graph.</summary>
/// <param name="Ago">How many minutes ago; 0 is the one that is not over.</param>
/// <param name="Submitted">Attempts that were finished in it; null where nobody counted.</param>
/// <param name="Open">Attempts in progress at its end; null likewise.</param>
public sealed record MinuteLine(int Ago, long? Submitted, long? Open)
{
    /// <summary>A line for every minute of the last hour, the oldest first.</summary>
    public static ValueList<MinuteLine> Of(List<RoundMinuteRow> minutes, long now)
    {
        var known = minutes.ToDictionary(row => row.Minute);
        return Enumerable.Range(0, RoundPulse.Shown).Reverse().Select(ago =>
        {
            var here = known.GetValueOrDefault(now - ago);

            // Where a minute was missed, the next that was kept has what came in both.
            var last = minutes.FindLast(row => row.Minute < now - ago);
            return new MinuteLine(ago, here is null || last is null ? null : Math.Max(0, here.Attempts - last.Attempts), here?.Open);
        }).ToValueList();
    }
}
