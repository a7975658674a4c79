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
            await context.AddTallyAsync(standing.Contest, standing.Round, standing.Division, standing.Unit, default(Tally) - counts);
            await context.AddTallyAsync(standing.Contest, standing.Round, standing.Division, unit, counts);
        }
    }
}
