using HoiThi.Server.Attempts;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contestants.Email;

/// <summary>The page behind a link. Opening it does nothing yet: programs that read mail open every link they find.</summary>
internal static class EmailEndpoints
{
    public static async Task<IResult> Show(HttpContext context, string slug, string token, ContestCatalog catalog, EmailLinks links, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var valid = await links.IsValid(contest, token, time.GetUtcNow());
        return LinkPage(context, contest, token, valid);
    }

    public static async Task<IResult> Use(
        HttpContext context, string slug, string token, ContestCatalog catalog, EmailLinks links, ContestantSession session, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        if (contest.IsOver(now) || await links.Use(contest, token, now) is not { } use)
        {
            return LinkPage(context, contest, token, valid: false);
        }

        session.Write(context.Response, contest.Number, use.Contestant);
        if (!use.Registered)
        {
            return SeeOther.To(JoinReplies.AfterSignIn(contest, null));
        }

        context.Response.Cookies.Append(JoinReplies.CodeCookie(contest), "-", ContestantSession.Options(context.Request, TimeSpan.FromMinutes(15)));
        return SeeOther.To($"/competition/{slug}/joined");
    }

    private static IResult LinkPage(HttpContext context, LiveContest contest, string token, bool valid)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Page.Of<OpenLink>(context, new OpenLinkView(contest.Definition, valid ? token : null), valid ? StatusCodes.Status200OK : StatusCodes.Status410Gone);
    }
}
