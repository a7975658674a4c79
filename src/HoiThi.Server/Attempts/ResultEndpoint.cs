using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>The result of an attempt that is over, as much of it as the rules show by now.</summary>
internal static class ResultEndpoint
{
    public static async Task<IResult> Show(
        HttpContext context, string id, OwnAttempts owners, AttemptReader reader, AttemptWriter writer, Places places, RoundPagesCache cache, Secrets secrets, IResultAside aside,
        TimeProvider time)
    {
        var (own, refusal) = owners.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        var (contest, round) = (own.Contest, own.Round);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var key = new SittingKey(contest.Number, own.Id.Contestant, round.Number);
        var (attempts, rankKey) = await reader.WithRank(key);
        var rules = attempts.Count == 0 ? round.Of(division: 0) : round.Of(attempts[^1]);
        if (attempts.Find(each => each.Id == own.Id) is { State: AttemptState.InProgress } open)
        {
            if (now <= open.Deadline + rules.Grace)
            {
                return Reply.Redirect($"/attempts/{id}");
            }

            // The clock has submitted it, even if the job that does so has not come by yet.
            await writer.Expire(round, own.Id.Contestant, now);
            (attempts, rankKey) = await reader.WithRank(key);
        }

        if (attempts.Find(each => each.Id == own.Id) is not { } attempt)
        {
            return Reply.NotFound();
        }

        attempt = attempt.Counted(rules);
        var language = Language.Of(context.Request);
        var view = await ViewOf(contest, rules, attempt, attempts, rankKey, language, await cache.Of(contest, rules, language), reader, places, secrets, now);
        var page = PageReply.Html();
        ResultPage.Write(page, view with { Aside = await aside.Of(contest, own.Id, language) });
        return page;
    }

    private static async Task<ResultView> ViewOf(
        LiveContest contest, RoundRules rules, Attempt attempt, List<Attempt> attempts, byte[]? rankKey, Language language, RoundPages pages,
        AttemptReader reader, Places places, Secrets secrets, long now)
    {
        var publication = contest.Definition.Publication;
        var shown = contest.Shows(publication.Result, rules, now);
        var explained = contest.Shows(publication.Explanations, rules, now);
        var checkedOnly = !explained && contest.Shows(publication.Answers, rules, now);
        (long Place, long People)? place = shown && contest.Shows(publication.Place, rules, now) && attempt.Counts && rankKey is not null
            ? await places.Of(rules, rankKey, now >= rules.Settled) : null;
        var set = rules.MarkedBy(attempt.SetVersion);
        var paper = explained || checkedOnly || set.HasEssays ? Paper.Draw(set, attempt.DrawnAs) : null;
        if (set.HasEssays)
        {
            attempt = attempt with { Marks = await reader.Marks(attempt.Id) };
        }

        return new ResultView(
            pages.Result,
            language,
            contest.Definition,
            contest.Definition.Rounds[rules.Number - 1],
            rules,
            attempt,
            contest.Local(attempt.Submitted ?? attempt.Deadline),
            shown,
            shown ? null : contest.ShownFrom(publication.Result, rules),
            place is { } found ? new Place(found.Place, found.People, now >= rules.Settled) : null,
            Standing.Of(rules, 0, attempts)?.Ordinal ?? 0,
            rules.OpenUntil(now) is null ? 0 : (await reader.Left(rules, attempt.Id.Contestant, attempts, now)).Least,
            attempt.Counts ? secrets.ReceiptOf(attempt) : null,
            explained || checkedOnly ? new Review(pages.Questions[attempt.SetVersion], paper!, Explained: explained) : null,
            explained ? null : contest.ShownFrom(publication.Explanations, rules),
            attempt.Counts && set.HasEssays ? Grade.Pending(paper!, attempt.Answers, attempt.Marks) : 0,
            rules.Prediction?.Place == PredictionPlace.After && attempt is { Counts: true, Answers.Prediction: null } && now < rules.Closes)
        {
            Corrected = set.Rulings.Count == 0 ? 0 : (paper ?? Paper.Draw(set, attempt.DrawnAs)).Lines.Count(line => set.RulingOn(line.Question) is not null),
        };
    }
}
