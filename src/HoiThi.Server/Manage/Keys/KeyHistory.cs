using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Keys.Pages;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>What was decided about a question since it was sealed, last first: by whom, when and why.</summary>
internal static class KeyHistory
{
    public static async Task<ValueList<HistoryLine>> OfAsync(HoiThiContext context, LiveContest contest, KeyPlace place)
    {
        var (number, round, version) = (contest.Number, place.Rules.Number, place.Set.Version);
        var rows = await (
            from correction in context.KeyCorrections.AsNoTracking()
            join audit in context.Audit.AsNoTracking() on correction.Line equals audit.Number
            where correction.Contest == number && correction.Round == round && correction.Corrects == version
            orderby correction.Version
            select new { correction.Rulings, correction.Reason, correction.Moment, audit.Who, audit.Before }).ToListAsync();
        var lines = new List<HistoryLine>();
        KeyRuling? before = null;
        foreach (var row in rows)
        {
            var ruling = KeyCorrections.Read(row.Rulings).FirstOrDefault(each => each.Question == place.Question.Code);
            if (!Equals(ruling, before))
            {
                lines.Insert(0, new HistoryLine(ruling, row.Reason, row.Before is null ? null : ProposerIn(row.Before), row.Who, contest.Local(row.Moment)));
            }

            before = ruling;
        }

        return lines.ToValueList();
    }

    private static string? ProposerIn(string before) => JsonDocument.Parse(before).RootElement.TryGetProperty("proposedBy", out var proposer) ? proposer.GetString() : null;
}
