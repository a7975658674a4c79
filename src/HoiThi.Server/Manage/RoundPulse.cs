using System.Collections.Concurrent;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// How a round is going, from what costs nothing: sums of tallies (a few rows) now and some minutes ago, and the attempts
/// in progress along their partial index. No attempt that is over is read.
/// </summary>
public sealed class RoundPulse(IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private const int Kept = 180;
    private readonly ConcurrentDictionary<(short Contest, int Round), List<(long At, long Attempts)>> samples = new();

    /// <summary>The figures of a round now.</summary>
    public async Task<RoundBeat> BeatAsync(LiveContest contest, int round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var key = (short)round;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var open = await context.Attempts.AsNoTracking()
            .Where(row => row.State == AttemptState.InProgress && row.Contest == contest.Number && row.Round == key)
            .GroupBy(_ => 1).Select(group => new { Count = group.LongCount(), Saved = group.LongCount(row => row.Deadline >= now) }).SingleOrDefaultAsync();
        var tallies = await context.Tallies.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == key)
            .GroupBy(_ => 1).Select(group => new { People = group.Sum(row => row.People), Attempts = group.Sum(row => row.Attempts) }).SingleOrDefaultAsync();
        var attempts = tallies?.Attempts ?? 0;
        return new RoundBeat(open?.Count ?? 0, open?.Saved ?? 0, tallies?.People ?? 0, attempts, PerMinute(Add((contest.Number, round), now, attempts), now, attempts));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var (contest, rules) in catalog.Published.SelectMany(contest => contest.Rounds.Select(rules => (contest, rules))).Where(each => each.rules.OpenUntil(now) is not null))
            {
                try
                {
                    await BeatAsync(contest, rules.Number);
                }
                catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
                {
                    // A figure is missed; the next one comes.
                }
            }
        }
    }

    private List<(long At, long Attempts)> Add((short, int) key, long now, long attempts)
    {
        var list = samples.GetOrAdd(key, _ => []);
        lock (list)
        {
            list.Add((now, attempts));
            if (list.Count > Kept)
            {
                list.RemoveRange(0, list.Count - Kept);
            }

            return [.. list];
        }
    }

    /// <summary>Submissions a minute over the last five; null until two moments are known.</summary>
    private static double? PerMinute(List<(long At, long Attempts)> list, long now, long attempts)
    {
        var (at, before) = list.Find(sample => now - sample.At <= 300_000);
        return now - at is var span && at > 0 && span >= 5_000 ? (attempts - before) * 60_000.0 / span : null;
    }
}

/// <summary>How a round is going.</summary>
/// <param name="InProgress">Attempts that are open.</param>
/// <param name="InTime">Of these, those whose time is not over.</param>
/// <param name="People">People with a finished attempt.</param>
/// <param name="Attempts">Finished attempts.</param>
/// <param name="PerMinute">Attempts finished a minute of late, or null.</param>
public sealed record RoundBeat(long InProgress, long InTime, long People, long Attempts, double? PerMinute);
