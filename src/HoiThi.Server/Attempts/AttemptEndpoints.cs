using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;

namespace HoiThi.Server.Attempts;

/// <summary>The addresses of the hot path. What each does is in the file of its name.</summary>
public static class AttemptEndpoints
{
    public static void MapAttempts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/competition/{slug}/rounds/{number:int}", RoundEndpoint.Show);
        app.MapPost("/competition/{slug}/rounds/{number:int}/attempts", StartEndpoint.Start);
        app.MapGet("/attempts/{id}", PaperEndpoint.Show);
        app.MapGet("/attempts/{id}/images/{**file}", PaperImageEndpoint.Show);
        app.MapPut("/attempts/{id}/answers", SaveEndpoint.Save);
        app.MapPost("/attempts/{id}/answers", SaveEndpoint.SaveForm);
        app.MapPost("/attempts/{id}/submission", SubmitEndpoint.Submit);
        app.MapPost("/attempts/{id}/prediction", PredictEndpoint.Predict);
        app.MapGet("/attempts/{id}/result", ResultEndpoint.Show);
    }
}

/// <summary>An attempt that the signed-in contestant owns.</summary>
/// <param name="Contest">Its contest.</param>
/// <param name="Round">Its round.</param>
/// <param name="Id">Its id.</param>
internal sealed record OwnAttempt(LiveContest Contest, LiveRound Round, AttemptId Id)
{
    /// <summary>
    /// Finds out whose attempt it is without reading anything: the id says whose it is, the cookie who is there. An
    /// attempt of somebody else is as good as none.
    /// </summary>
    public static (OwnAttempt? Own, IResult? Refusal) Of(HttpContext context, string id)
    {
        var services = context.RequestServices;
        if (!AttemptId.TryParse(id, out var attempt)
            || services.GetRequiredService<ContestCatalog>().Find(attempt.Contest) is not { } contest
            || contest.LiveRound(attempt.Round) is not { } round)
        {
            return (null, Reply.NotFound());
        }

        return services.GetRequiredService<ContestantSession>().Read(context.Request, attempt.Contest) is not { } contestant
            ? (null, NotSignedIn(context, contest))
            : contestant != attempt.Contestant ? (null, Reply.NotFound()) : (new OwnAttempt(contest, round, attempt), null);
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
