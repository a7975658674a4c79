using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>The page of a round: what awaits, what is used, and the button that starts.</summary>
internal static class RoundEndpoint
{
    public static async Task<IResult> Show(
        HttpContext context, string slug, int number,
        ContestCatalog catalog, ContestantSession session, AttemptReader reader, RoundPagesCache cache, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest || contest.LiveRound(number) is not { } round)
        {
            return Reply.NotFound();
        }

        return await PageOf(context, contest, round, session.Read(context.Request, contest.Number), reader, cache, time);
    }

    /// <summary>The page for a contestant, or for somebody who is none.</summary>
    public static async Task<IResult> PageOf(
        HttpContext context, LiveContest contest, LiveRound round, ContestantId? contestant, AttemptReader reader, RoundPagesCache cache, TimeProvider time)
    {
        var language = Language.Of(context.Request);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var attempts = contestant is { } id ? await reader.Of(new SittingKey(contest.Number, id, round.Number)) : [];
        var rules = await reader.RulesOf(round, contestant, attempts);
        var pages = await cache.Of(contest, rules, language);
        var window = WindowOf(rules, now);
        var stage = rules.OpenUntil(now) is not null ? RoundStage.Open : now < window.Opens ? RoundStage.Coming : RoundStage.Closed;
        var current = attempts.Find(attempt => attempt.State == AttemptState.InProgress && now <= attempt.Deadline + rules.Grace);
        var view = new RoundView(
            pages.Round,
            language,
            contest.Definition,
            contest.Definition.Rounds[round.Number - 1],
            rules,
            stage,
            contest.Local(window.Opens),
            contest.Local(window.Closes),
            stage switch { RoundStage.Open => rules.OpenUntil(now)!.Value - now, RoundStage.Coming => window.Opens - now, _ => 0 },
            contestant is not null,
            current is null ? null : new CurrentAttempt(current.Id, current.Deadline - now),
            LinesOf(contest, rules, attempts, now),
            await reader.Left(rules, contestant, attempts, stage == RoundStage.Coming ? window.Opens : now));
        var page = PageReply.Html();
        RoundPage.Write(page, view);
        return page;
    }

    /// <summary>The window that is open, else the next, else the last.</summary>
    private static (long Opens, long Closes) WindowOf(RoundRules rules, long now)
    {
        foreach (var window in rules.Windows)
        {
            // A live sitting can be over before its window is.
            if (now < window.Opens || (rules.OpenUntil(now) is not null && now < window.Closes))
            {
                return window;
            }
        }

        return rules.Windows[^1];
    }

    private static ValueList<AttemptLine> LinesOf(LiveContest contest, RoundRules rules, List<Attempt> attempts, long now)
    {
        var over = attempts.Where(attempt => attempt.State != AttemptState.InProgress).Select(attempt => attempt.Counted(rules)).ToArray();
        var counted = Standing.Of(rules, 0, over)?.Ordinal;
        var shown = contest.Shows(contest.Definition.Publication.Result, rules, now);
        return over.Select(attempt => new AttemptLine(
            attempt.Id,
            attempt.State,
            contest.Local(attempt.Submitted ?? attempt.Deadline),
            attempt.TimeTaken ?? 0,
            shown ? attempt.Grade : null,
            attempt.Id.Ordinal == counted)).ToValueList();
    }
}

/// <summary>What the rules let be seen when.</summary>
internal static class Publication
{
    /// <summary>Whether <paramref name="moment"/> of a round has come.</summary>
    public static bool Shows(this LiveContest contest, Moment moment, RoundRules rules, long now) => moment switch
    {
        Moment.AtOnce => true,
        Moment.AfterRound => now >= rules.Settled,
        Moment.AfterContest => contest.Rounds.All(round => now >= round.Settled),
        Moment.WhenApproved => contest.Published.Contains(rules.Number),
        _ => false,
    };

    /// <summary>When <paramref name="moment"/> will come, by the wall clock; null if it is at once or never.</summary>
    public static DateTime? ShownFrom(this LiveContest contest, Moment moment, RoundRules rules) => moment switch
    {
        Moment.AfterRound => contest.Local(rules.Closes),
        Moment.AfterContest => contest.Local(contest.Rounds.Max(round => round.Closes)),
        _ => null,
    };
}
