using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>An attempt that the signed-in contestant owns.</summary>
/// <param name="Contest">Its contest.</param>
/// <param name="Round">Its round.</param>
/// <param name="Id">Its id.</param>
internal sealed record OwnAttempt(LiveContest Contest, LiveRound Round, AttemptId Id);

/// <summary>Tells whose attempt one is.</summary>
internal sealed class OwnAttempts(ContestCatalog catalog, ContestantSession session)
{
    /// <summary>
    /// Finds out whose attempt it is without reading anything: the id says whose it is, the cookie who is there. An
    /// attempt of somebody else is as good as none.
    /// </summary>
    public (OwnAttempt? Own, IResult? Refusal) Of(HttpContext context, string id)
    {
        if (!AttemptId.TryParse(id, out var attempt)
            || catalog.Find(attempt.Contest) is not { } contest
            || contest.LiveRound(attempt.Round) is not { } round)
        {
            return (null, Reply.NotFound());
        }

        return session.Read(context.Request, attempt.Contest) is not { } contestant ? (null, NotSignedIn(context, contest))
            : contestant != attempt.Contestant ? (null, Reply.NotFound())
            : (new OwnAttempt(contest, round, attempt), null);
    }

    /// <summary>People are led to where they can sign in; a script is told.</summary>
    public static IResult NotSignedIn(HttpContext context, LiveContest contest) => Json.Wanted(context.Request)
        ? Reply.Json(new { state = "signed-out", join = JoinPath(contest) }, statusCode: StatusCodes.Status401Unauthorized)
        : Reply.Redirect(JoinPath(contest) + "?way=return");

    private static string JoinPath(LiveContest contest) => $"/competition/{contest.Definition.Slug}/join";
}

/// <summary>Replies to the script of the paper.</summary>
internal static class Json
{
    public static bool Wanted(HttpRequest request) =>
        request.HasJsonContentType() || request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
}
