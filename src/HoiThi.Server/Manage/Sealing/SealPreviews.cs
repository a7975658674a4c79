using System.Text.RegularExpressions;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Sealing.Pages;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>What a draft would be as a sealed set: papers as contestants would see them, and who has seen its questions already.</summary>
internal static partial class SealPreviews
{
    private const int Papers = 10;
    private const int ShownExposed = 50;

    public static async Task<SealPreview> OfAsync(HoiThiContext context, LiveContest contest, SealRequest request, SealDraft draft, Language language)
    {
        var definition = draft.Bundle.Contest;
        var division = request.Place.DivisionIn(definition);
        var rules = ContestRules.Of(definition, request.Round, division);
        var set = new SealedSet(1, draft.Bank.Topics, draft.Bank.Questions, rules.Blueprint, rules.Paper, division);
        var round = RoundRules.Of(definition, contest.Number, request.Round, [set], division);
        var seen = await SeenAsync(context, contest, request);
        var codes = draft.Codes.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var exposed = draft.Codes.Zip(draft.Bank.Questions, (code, question) => (question, found: seen.Where(each => each.Chances.ContainsKey(code))
                .Select(each => (each.Round, Attempts: each.Chances[code] * each.Attempts)).ToList()))
            .Where(each => each.found.Count > 0)
            .Select(each => new Exposed(
                each.question.Code, each.question.Text, each.found.Select(found => found.Round).Distinct().Count(), (long)Math.Round(each.found.Sum(found => found.Attempts))))
            .OrderByDescending(each => each.Attempts).ThenByDescending(each => each.Rounds).ToList();
        return new SealPreview(
            draft.Questions,
            set.Questions.Count,
            set.PaperLength,
            PointsOf(set),
            [.. from each in seen
                let shared = each.Chances.Keys.Count(codes.Contains)
                where shared > 0
                orderby each.Round
                select new Overlap(definition.Rounds[each.Round - 1].Title, each.Division, shared, each.Chances.Count)],
            exposed.Take(ShownExposed).ToValueList(),
            set.Questions.Count - exposed.Count,
            [.. Enumerable.Range(1, Papers).Select(number => PaperPreview.Html(
                definition, round, set, new AttemptId(contest.Number, new ContestantId(Guid.NewGuid()), (short)request.Round, 1), language, $"p{number}-",
                $"/manage/contests/{definition.Slug}/questions/images/"))]);
    }

    /// <summary>The sealed sets of other places with the chance of each question and how many attempts drew from them.</summary>
    private static async Task<List<SeenSet>> SeenAsync(HoiThiContext context, LiveContest contest, SealRequest request)
    {
        var attempts = (await context.Tallies.AsNoTracking().Where(tally => tally.Contest == contest.Number && tally.Round > 0)
            .GroupBy(tally => new { tally.Round, tally.Division }).Select(group => new { group.Key, Attempts = group.Sum(tally => tally.Attempts) }).ToListAsync())
            .ToDictionary(group => (group.Key.Round, group.Key.Division), group => group.Attempts);
        return [.. from live in contest.LiveRounds
                   from rules in live.Divisions
                   where rules.LatestSet is not null && !(live.Number == request.Round && (request.Division is null || rules.Division == request.Place.DivisionIn(contest.Definition)))
                   let set = rules.LatestSet
                   let chances = DrawChances.Of(set)
                   select new SeenSet(
                       live.Number,
                       contest.DivisionName(rules.Division),
                       attempts.GetValueOrDefault((live.Number, rules.Division)),
                       set.Questions.Select((question, index) => (Code: Renamed().Replace(question.Code, ""), Chance: chances[index]))
                           .DistinctBy(each => each.Code, StringComparer.OrdinalIgnoreCase)
                           .ToDictionary(each => each.Code, each => each.Chance, StringComparer.OrdinalIgnoreCase))];
    }

    private static int? PointsOf(SealedSet set)
    {
        var points = set.Questions.Select(question => question.Point ?? set.Point).Distinct().ToList();
        return points.Count == 1 && set.Blueprint.All(line => line.Point is null) ? points[0] * set.PaperLength
            : set.Blueprint.Count == 0 ? set.Questions.Sum(question => question.Point ?? set.Point)
            : set.Questions.All(question => question.Point is null) ? set.Blueprint.Sum(line => (line.Point ?? set.Point) * line.Count)
            : null;
    }

    [GeneratedRegex(@"\.r[0-9]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Renamed();

    private sealed record SeenSet(int Round, LocalText? Division, long Attempts, Dictionary<string, double> Chances);
}
