using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Standings that organisers change, with the counts that rest on them, within the transaction that is open.</summary>
internal static class StandingChange
{
    /// <summary>Puts standings in the place of all that some contestants have.</summary>
    public static async Task ReplaceStandingsAsync(this HoiThiContext context, LiveContest contest, IReadOnlyCollection<ContestantId> of, IEnumerable<Standing> standings)
    {
        var before = await context.Standings.AsNoTracking().Where(row => of.Contains(row.Contestant)).ToListAsync();
        await context.Standings.Where(row => of.Contains(row.Contestant)).ExecuteDeleteAsync();
        foreach (var row in before)
        {
            await context.CountAsync(contest.Number, row.ToStanding(), sign: -1);
        }

        foreach (var standing in standings)
        {
            var rules = contest.Round(Math.Max((short)1, standing.Round), standing.Division)!;
            context.Standings.Add(RowOf(contest.Number, standing, standing.Round == 0 ? rules.ContestChain : rules.Chain));
            await context.SaveChangesAsync();
            await context.CountAsync(contest.Number, standing, sign: 1);
        }

        context.ChangeTracker.Clear();
    }

    /// <summary>Adds to what a unit has, in the slot of this node.</summary>
    public static async Task AddTallyAsync(this HoiThiContext context, short contest, short round, short division, int unit, Tally change)
    {
        var changed = await context.Tallies.Where(row => row.Contest == contest && row.Round == round && row.Division == division && row.Unit == unit && row.Slot == NodeSlot.Own)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.People, row => row.People + change.People)
                .SetProperty(row => row.Attempts, row => row.Attempts + change.Attempts)
                .SetProperty(row => row.PerfectPeople, row => row.PerfectPeople + change.PerfectPeople)
                .SetProperty(row => row.PerfectAttempts, row => row.PerfectAttempts + change.PerfectAttempts)
                .SetProperty(row => row.Score, row => row.Score + change.Score));
        if (changed == 0)
        {
            context.Tallies.Add(new TallyRow(contest, round, division, unit, NodeSlot.Own, change.People, change.Attempts, change.PerfectPeople, change.PerfectAttempts, change.Score));
            await context.SaveChangesAsync();
        }
    }

    private static async Task CountAsync(this HoiThiContext context, short contest, Standing standing, int sign)
    {
        var counts = sign > 0 ? Tally.Of(standing) : default(Tally) - Tally.Of(standing);
        await context.AddTallyAsync(contest, standing.Round, standing.Division, standing.Unit, counts);
        var changed = await context.Spread
            .Where(row => row.Contest == contest && row.Round == standing.Round && row.Division == standing.Division && row.Correct == standing.Correct && row.Slot == NodeSlot.Own)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.People, row => row.People + sign));
        if (changed == 0)
        {
            context.Spread.Add(new SpreadRow(contest, standing.Round, standing.Division, standing.Correct, NodeSlot.Own, sign));
            await context.SaveChangesAsync();
        }
    }

    private static StandingRow RowOf(short contest, Standing s, Core.ValueList<RankingKey> chain) => new(
        s.Contestant, s.Round, contest, s.Unit, s.Registered, s.Attempts, s.PerfectAttempts, s.Ordinal, s.Score, s.Correct, s.Time, s.Submitted, s.Prediction,
        RankKey.Provisional(chain, s), s.Division, s.Started);
}
