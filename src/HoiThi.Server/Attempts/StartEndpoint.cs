using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>Starts an attempt or resumes the one in progress, then leads to its paper.</summary>
internal static class StartEndpoint
{
    public static async Task<IResult> Start(
        HttpContext context, string slug, int number, ContestCatalog catalog, ContestantSession session, AttemptWriter writer, BlockList blocks, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (catalog.Find(slug) is not { } contest || contest.LiveRound(number) is not { } round)
        {
            return Reply.NotFound();
        }

        if (session.Read(context.Request, contest.Number) is not { } contestant)
        {
            return OwnAttempts.NotSignedIn(context, contest);
        }

        if (blocks.Has(contestant))
        {
            return Reply.StatusCode(StatusCodes.Status403Forbidden);
        }

        var outcome = await writer.Start(round, contestant, arrived);

        // The round's page says why nothing was started: not open, or no attempt left.
        var next = outcome.Attempt is { } attempt ? $"/attempts/{attempt.Id}" : $"/competition/{slug}/rounds/{number}";
        return SeeOther.To(next);
    }
}
