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
    public async Task<ParticipationTable> Participation(LiveContest contest, int round)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Tallies.AsNoTracking().Where(t => t.Contest == contest.Number && t.Round == round).ToListAsync();
        var tallies = rows.Select(row => KeyValuePair.Create(row.Unit, row.ToTally()));
        return ParticipationTable.Of(contest.Definition.Units, contest.Units, tallies, OpenTimeOf(contest, round));
    }

    /// <summary>People and attempts of every round, and of the contest under 0.</summary>
    public async Task<Dictionary<int, Tally>> Totals(LiveContest contest)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var rows = await context.Tallies.AsNoTracking().Where(t => t.Contest == contest.Number).ToListAsync();
        return rows.GroupBy(row => (int)row.Round).ToDictionary(group => group.Key, group => group.Aggregate(default(Tally), (sum, t) => sum + t.ToTally()));
    }

    private OpenTime OpenTimeOf(LiveContest contest, int round)
    {
        var windows = round == 0 ? contest.Rounds.SelectMany(rules => rules.Windows) : contest.Round(round)!.Windows;
        return OpenTime.At(windows, time.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
