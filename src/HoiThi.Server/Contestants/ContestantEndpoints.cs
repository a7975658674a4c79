using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Email;
using HoiThi.Server.Contestants.OpenId;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants;

/// <summary>Registering, coming back, one's own data, leaving.</summary>
public static class ContestantEndpoints
{
    public static void MapContestants(this IEndpointRouteBuilder app)
    {
        app.MapPost("/competition/{slug}/join/return", ReturnEndpoint.Show);
        app.MapPost("/competition/{slug}/join/roster", JoinEndpoint.Roster);
        app.MapGet("/competition/{slug}/join/link/{token}", EmailEndpoints.Show);
        app.MapPost("/competition/{slug}/join/link/{token}", EmailEndpoints.Use);
        app.MapGet("/competition/{slug}/join/provider", OpenIdEndpoints.Begin);
        app.MapGet("/competition/{slug}/join/provider/return", OpenIdEndpoints.Return);
        app.MapGet("/competition/{slug}/joined", Joined);
        app.MapGet("/competition/{slug}/me", MeEndpoints.Show);
        app.MapPost("/competition/{slug}/me/data", MeEndpoints.Save);
        app.MapPost("/competition/{slug}/me/credential", MeEndpoints.Replace);
        app.MapPost("/competition/{slug}/leave", Leave);
    }

    private static async Task<IResult> Joined(
        HttpContext context, string slug, ContestCatalog catalog, ContestantSession session, Accounts accounts, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        if (session.Read(context.Request, contest.Number) is not { } id
            || context.Request.Cookies[JoinReplies.CodeCookie(contest)] is not { } code
            || await accounts.Find(contest, id) is not { } account)
        {
            return SeeOther.To($"/competition/{slug}");
        }

        var status = ContestStatus.At(contest.Definition, time.GetUtcNow());
        context.Response.Headers.CacheControl = "private, no-store";
        return Page.Of<Joined>(context, new JoinedView(
            contest.Definition,
            account.Row.Name,
            contest.Units[account.Row.Unit].Name,
            code.Length == 8 ? $"{code[..4]}-{code[4..]}" : null,
            status.Current is { State: RoundState.Open } open ? open.Round : null,
            status.Rounds.FirstOrDefault(round => round.State == RoundState.Upcoming)?.Round)
        {
            Division = contest.DivisionOf(account),
            Notes = Notes.Of(contest, account),
        });
    }

    private static IResult Leave(HttpContext context, string slug, ContestCatalog catalog)
    {
        if (catalog.Find(slug) is { } contest)
        {
            // The code goes too: the next person on a shared device must not see it.
            ContestantSession.Clear(context.Response, contest.Number);
            context.Response.Cookies.Delete(JoinReplies.CodeCookie(contest));
        }

        return SeeOther.To($"/competition/{slug}/join");
    }
}
