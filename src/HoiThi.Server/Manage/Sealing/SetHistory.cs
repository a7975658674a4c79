using HoiThi.Core;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Sealing.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>The sealed sets of a round with who sealed them, when and why.</summary>
internal static class SetHistory
{
    public static async Task<ValueList<SetLine>> OfAsync(HoiThiContext context, LiveContest contest, int round)
    {
        var rows = await context.QuestionSets.AsNoTracking().Where(set => set.Contest == contest.Number && set.Round == round)
            .Select(set => new { set.Version, set.Division, set.Hash, set.Sealed }).ToListAsync();
        var lines = await (
            from sealing in context.Sealings.AsNoTracking()
            join audit in context.Audit.AsNoTracking() on sealing.Line equals audit.Number
            where sealing.Contest == contest.Number && sealing.Round == round
            select new { sealing.Version, audit.Who, audit.Reason }).ToDictionaryAsync(line => line.Version);
        var live = contest.LiveRound(round)!;
        return [.. from row in rows
                   where row.Division >= 0
                   orderby row.Version descending
                   let set = live.Divisions[0].Set(row.Version)
                   let line = lines.GetValueOrDefault(row.Version)
                   select new SetLine(
                       row.Version,
                       contest.DivisionName(row.Division),
                       live.Of(row.Division).LatestSet?.Version == row.Version,
                       set.Questions.Count,
                       set.PaperLength,
                       Convert.ToHexStringLower(row.Hash),
                       contest.Local(row.Sealed),
                       line?.Who,
                       line?.Reason)
                   {
                       Corrected = live.Of(row.Division).MarkedBy(row.Version).Rulings.Select(ruling => ruling.Question).ToValueList(),
                   }];
    }
}
