using HoiThi.Server.Contests;
using HoiThi.Server.Security;

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
            return OwnAttempt.NotSignedIn(context, contest);
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

internal static class SeeOther
{
    /// <summary>After a form: the browser gets the next page with GET, so that a reload sends nothing twice.</summary>
    public static IResult To(string path) => new SeeOtherResult(path);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
