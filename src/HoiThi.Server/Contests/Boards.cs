using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>Counts for boards and home pages: a few rows of tallies, rolled up through the tree of units.</summary>
public sealed class Boards(IDbContextFactory<HoiThiContext> contexts, TimeProvider time)
{
    /// <summary>Participation in a round, or with round 0 in the contest.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="round">The round.</param>
    /// <param name="now">Whether as it is now, also where the public sees counts once a day.</param>
    public async Task<ParticipationTable> Participation(LiveContest contest, int round, bool now = false)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var tallies = !now && Daily(contest)
            ? (await context.DailyCounts.AsNoTracking().Where(t => t.Contest == contest.Number && t.Round == round).ToListAsync())
                .Select(row => KeyValuePair.Create(row.Unit, row.ToTally()))
            : (await context.Tallies.AsNoTracking().Where(t => t.Contest == contest.Number && t.Round == round).ToListAsync())
                .Select(row => KeyValuePair.Create(row.Unit, row.ToTally()));
        return ParticipationTable.Of(contest.Definition.Units, contest.Units, tallies, OpenTimeOf(contest, round));
    }

    /// <summary>People and attempts of every round, and of the contest under 0.</summary>
    public async Task<Dictionary<int, Tally>> Totals(LiveContest contest)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var tallies = Daily(contest)
            ? (await context.DailyCounts.AsNoTracking().Where(t => t.Contest == contest.Number).ToListAsync()).Select(row => (row.Round, Tally: row.ToTally()))
            : (await context.Tallies.AsNoTracking().Where(t => t.Contest == contest.Number).ToListAsync()).Select(row => (row.Round, Tally: row.ToTally()));
        return tallies.GroupBy(row => (int)row.Round).ToDictionary(group => group.Key, group => group.Aggregate(default(Tally), (sum, t) => sum + t.Tally));
    }

    /// <summary>Of which moment public counts are: now, or the last time of day at which they were renewed; null before the first.</summary>
    public async Task<DateTimeOffset?> CountedAt(LiveContest contest)
    {
        if (!Daily(contest))
        {
            return time.GetUtcNow();
        }

        await using var context = await contexts.CreateDbContextAsync();
        var taken = await context.DailyCountsTaken.Where(row => row.Contest == contest.Number).Select(row => (long?)row.Taken).SingleOrDefaultAsync();
        return taken is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    private bool Daily(LiveContest contest) => Publishing.CountsDaily(contest, time.GetUtcNow());

    private OpenTime OpenTimeOf(LiveContest contest, int round)
    {
        var windows = round == 0 ? contest.Rounds.SelectMany(rules => rules.Windows) : contest.Round(round)!.Windows;
        return OpenTime.At(windows, time.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
