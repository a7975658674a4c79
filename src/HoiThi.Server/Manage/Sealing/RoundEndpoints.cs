using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Sealing.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage.Sealing;

/// <summary>The rounds of a contest with their sealed questions; looking at questions before they are opened is recorded.</summary>
internal static class RoundEndpoints
{
    private const string One = ConsoleRoute.Contest + "/rounds/{round:int}";
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor, Role.Auditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/rounds", Readers, List, new MenuItem("Các tuần thi", "Rounds", MenuGroup.Questions)),
        ConsoleRoute.Get(One, Readers, Show),
        ConsoleRoute.Post(One + "/hash", Access.Of(Role.Administrator, Role.Organiser), PublishHash),
        ConsoleRoute.Post(One + "/sets/{version:int}", Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor), Questions),
    ];

    private static IResult List(HttpContext http, Visit visit, TimeProvider time)
    {
        var contest = visit.Contest;
        var now = time.GetUtcNow();
        return ConsolePage.Of<RoundsPage>(http, new RoundsView(ContestStatus.At(contest.Definition, now).Rounds.Select(status =>
        {
            var divisions = contest.LiveRound(status.Round.Number)!.Divisions;
            return new RoundCard(status, divisions.Count(rules => rules.LatestSet is not null), divisions.Count, contest.LacksQuestions(status, now));
        }).ToValueList()));
    }

    private static async Task<IResult> Show(HttpContext http, Visit visit, int round, HoiThiContext context, TimeProvider time, string? done)
    {
        var contest = visit.Contest;
        if (contest.LiveRound(round) is not { } live)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow();
        var status = ContestStatus.At(contest.Definition, now)[round];
        return ConsolePage.Of<RoundPage>(http, new RoundSetsView(
            contest.Definition,
            status,
            contest.LacksQuestions(status, now),
            await SetHistory.OfAsync(context, contest, round),
            live.Divisions.Where(rules => rules.LatestSet is null).Select(rules => contest.DivisionName(rules.Division)?.In(visit.Language.English) ?? "").ToValueList(),
            done));
    }

    /// <summary>Whether the public page of the round shows the hash; it is a word of the contest's definition.</summary>
    private static async Task<IResult> PublishHash(HttpContext http, Visit visit, int round, ContestStore store, ContestCatalog catalog, TimeProvider time)
    {
        if (visit.Contest.LiveRound(round) is null)
        {
            return Reply.NotFound();
        }

        if (await FormBody.Read(http.Request) is not { } form || await store.ExportAsync(visit.Contest.Definition.Slug) is not { } bundle)
        {
            return Reply.BadRequest();
        }

        var publish = form["publish"] == "yes";
        var rounds = bundle.Contest.Rounds.Select(each => each.Number == round ? each with { PublishHash = publish } : each).ToValueList();
        var error = await ContestEndpoints.TakeInAsync(
            visit, bundle with { Contest = bundle.Contest with { Rounds = rounds } }, catalog, store, time, "set.publish-hash",
            new { round, published = bundle.Contest.Rounds[round - 1].PublishHash }, new { round, published = publish });
        return error is null ? ConsolePage.To(visit.To($"/rounds/{round}"), "saved") : Reply.Conflict();
    }

    private static async Task<IResult> Questions(HttpContext http, Visit visit, int round, int version, HoiThiContext context, TimeProvider time)
    {
        var contest = visit.Contest;
        if (contest.LiveRound(round)?.Divisions[0].Sets.FirstOrDefault(each => each.Version == version) is not { } set)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow();
        var before = now.ToUnixTimeMilliseconds() < contest.Round(round)!.Opens;
        if (before)
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.AppendAsync(visit.Actor, now, new AuditEntry(
                contest.Number, "set.view", contest.Definition.Rounds[round - 1].Title.Vi, After: new { round, version, hash = Convert.ToHexStringLower(set.Hash.Span) }));
            await transaction.CommitAsync();
        }

        return ConsolePage.Of<SetQuestionsPage>(http, new SetQuestionsView(contest.Definition.Rounds[round - 1], version, before, set.Topics, set.Questions));
    }
}
