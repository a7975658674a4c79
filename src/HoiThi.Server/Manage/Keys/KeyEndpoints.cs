using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Questions;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Keys.Pages;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>The key of a question of a sealed set: how it did, what a ruling would change, and the ruling.</summary>
internal static class KeyEndpoints
{
    private const string Page = ConsoleRoute.Contest + "/rounds/{round:int}/keys/{version:int}/{question}";
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor, Role.Auditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Page, Readers, Show),
        ConsoleRoute.Post(Page, Access.Of(Role.Administrator, Role.Organiser), Correct),
    ];

    private static async Task<IResult> Show(
        HttpContext http, Visit visit, int round, int version, string question, string? done,
        HoiThiContext context, StatisticsDesk statistics, ImpactDesk impacts, ProposalDesk desk, TimeProvider time)
    {
        if (KeyPlace.Find(visit.Contest, round, version, question) is not { } place)
        {
            return Reply.NotFound();
        }

        var form = KeyForm.Read(place, name => http.Request.Query[name]);
        var view = await ViewOf(visit, place, form, context, statistics, impacts, desk, time) with { Done = done };
        if (view.Waits)
        {
            http.Response.Headers["Refresh"] = "3";
        }

        return ConsolePage.Of<KeyPage>(http, view);
    }

    private static async Task<IResult> Correct(
        HttpContext http, Visit visit, int round, int version, string question,
        HoiThiContext context, StatisticsDesk statistics, ImpactDesk impacts, ProposalDesk desk, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } sent)
        {
            return Reply.BadRequest();
        }

        if (KeyPlace.Find(visit.Contest, round, version, question) is not { } place)
        {
            return Reply.NotFound();
        }

        var form = KeyForm.Read(place, name => sent[name]);
        var reason = sent["reason"].ToString().Trim();
        if (!form.Chosen)
        {
            form = form.With(ConsoleForm.Wrong("ruling", "Hãy chọn một quyết định.", "Choose a ruling."));
        }

        if (form.IsWhole && reason.Length is < 5 or > 300)
        {
            form = form.With(ConsoleForm.Wrong("reason", "Hãy nêu căn cứ hoặc lý do trong một câu.", "Give the reason in a sentence."));
        }

        if (form.IsWhole)
        {
            var request = new KeyRequest(round, version, question, form.Ruling is null ? null : WrittenRuling.Of(form.Ruling), reason);
            var outcome = await desk.DoAsync(visit, CorrectKey.Name, $"{visit.Contest.Definition.Rounds[round - 1].Title.Vi}: {question}", request, reason);
            if (outcome.Error is null)
            {
                return ConsolePage.To(visit.To(KeyForm.PathOf(round, version, question)), outcome.Proposed ? "proposed" : "key-corrected");
            }

            form = form.With(outcome.Error);
        }

        return ConsolePage.Of<KeyPage>(http, await ViewOf(visit, place, form, context, statistics, impacts, desk, time), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<KeyView> ViewOf(
        Visit visit, KeyPlace place, KeyForm form, HoiThiContext context, StatisticsDesk statistics, ImpactDesk impacts, ProposalDesk desk, TimeProvider time)
    {
        var contest = visit.Contest;
        var round = place.Rules.Number;
        var view = new KeyView(
            contest.Definition.Rounds[round - 1], contest.DivisionName(place.Set.Division), place.Set.Version, place.Question,
            place.Set.Topics.FirstOrDefault(topic => topic.Code == place.Question.Topic)?.Name, place.Ruling, form);
        if (StatisticsEndpoints.Closed(visit, place.Rules, time) is { } closed)
        {
            return view with { Closed = closed };
        }

        var counted = await statistics.OfAsync(contest, place.Rules, place.Set);
        var corrected = form.Fits ? place.Corrected(place.InForce.Rulings, form.Ruling, int.MaxValue) : null;
        return view with
        {
            Item = counted.Result?.Line(place.Index),
            Impact = corrected is null ? null : await impacts.OfAsync(contest, place, corrected),
            People = counted.All,
            Walk = await context.Remarkings.AsNoTracking().Where(row => row.Contest == contest.Number && row.Round == round)
                .Select(row => new WalkView(row.People, row.Walked != null, row.Finished != null)).SingleOrDefaultAsync(),
            Sat = await context.Tallies.Where(tally => tally.Contest == contest.Number && tally.Round == round).SumAsync(tally => tally.People),
            History = await KeyHistory.OfAsync(context, contest, place),
            Proposed = await ProposedAsync(context, contest, place),
            AsksForAll = PrizeField.Of(contest.Definition, 0).Any(field => field.Rules.Conditions?.Perfect == true || field.Prizes.Any(prize => prize.Conditions?.Perfect == true)),
            Elsewhere = ElsewhereOf(contest, place),
            NeedsSecond = await desk.NeedsSecondAsync(contest.Number, CorrectKey.Name),
        };
    }

    private static ValueList<OtherSet> ElsewhereOf(LiveContest contest, KeyPlace place) =>
        [.. from live in contest.LiveRounds
            from rules in live.Divisions
            where rules.LatestSet is { } set && (live.Number != place.Rules.Number || set.Version != place.Set.Version) && set.Questions.Contains(place.Question)
            select new OtherSet(contest.Definition.Rounds[live.Number - 1].Title, contest.DivisionName(rules.Division), KeyForm.PathOf(live.Number, rules.LatestSet!.Version, place.Question.Code))];

    /// <summary>What waits for a second person about this question.</summary>
    private static async Task<ValueList<ProposedRuling>> ProposedAsync(HoiThiContext context, LiveContest contest, KeyPlace place)
    {
        var rows = await context.Proposals.AsNoTracking().Where(row => row.Contest == contest.Number && row.Act == CorrectKey.Name && row.Outcome == null)
            .OrderBy(row => row.Proposed).Select(row => row.Payload).ToListAsync();
        return [.. rows.Select(KeyRequest.Of)
            .Where(request => request.Round == place.Rules.Number && request.Version == place.Set.Version && request.Question == place.Question.Code)
            .Select(request => new ProposedRuling(request.Ruling?.ToRuling(), request.Reason, KeyForm.PathOf(request, place.Question)))];
    }
}
