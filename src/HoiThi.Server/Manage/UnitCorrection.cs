using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>Counting a contestant for another unit: the attempts, the standings and the tallies move together.</summary>
internal static class UnitCorrection
{
    /// <summary>Moves everything of a contestant, who has no attempt in progress, within the transaction that is open.</summary>
    public static async Task MoveToUnitAsync(this HoiThiContext context, ContestantId contestant, int unit)
    {
        var standings = await context.Standings.AsNoTracking().Where(row => row.Contestant == contestant).ToListAsync();
        await context.Attempts.Where(row => row.Contestant == contestant).ExecuteUpdateAsync(set => set.SetProperty(row => row.Unit, unit));
        await context.Standings.Where(row => row.Contestant == contestant).ExecuteUpdateAsync(set => set.SetProperty(row => row.Unit, unit));
        foreach (var standing in standings)
        {
            var counts = Tally.Of(standing.ToStanding());
            await AddAsync(context, standing.Contest, standing.Round, standing.Division, standing.Unit, default(Tally) - counts);
            await AddAsync(context, standing.Contest, standing.Round, standing.Division, unit, counts);
        }
    }

    private static async Task AddAsync(HoiThiContext context, short contest, short round, short division, int unit, Tally change)
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
}
