using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>The paper of an attempt that is in progress, with the answers it has; of one that is over, the way to its result.</summary>
internal static class PaperEndpoint
{
    public static async Task<IResult> Show(HttpContext context, string id, OwnAttempts attempts, AttemptReader reader, RoundPagesCache cache, TimeProvider time)
    {
        var (own, refusal) = attempts.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        if (await reader.Find(own.Id) is not { } attempt)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var rules = own.Round.Of(attempt);
        if (attempt.State != AttemptState.InProgress || now > attempt.Deadline + rules.Grace)
        {
            return Reply.Redirect($"/attempts/{id}/result");
        }

        var pages = await cache.Of(own.Contest, rules, Language.Of(context.Request));
        var set = rules.Set(attempt.SetVersion);
        var (questions, paper) = (pages.Questions[set.Version], Paper.Draw(set, attempt.Id));
        var page = PageReply.Html();
        if (rules.QuestionTime is null)
        {
            PaperPage.Write(page, pages.Paper, questions, paper, attempt, attempt.Deadline - now);
        }
        else
        {
            TimedPage.Write(page, pages.Paper, questions, paper, attempt, rules, now);
        }

        return page;
    }
}
