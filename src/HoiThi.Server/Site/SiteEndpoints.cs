using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Site;

/// <summary>What belongs to no contest: language, health.</summary>
public static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        app.MapGet("/language/{code}", ChooseLanguage);
        app.MapGet("/healthz", () => Reply.Text("alive"));
        app.MapGet("/readyz", IsReady);
    }

    private static IResult ChooseLanguage(HttpContext context, string code)
    {
        if (code is not ("vi" or "en"))
        {
            return Reply.NotFound();
        }

        context.Response.Cookies.Append(Language.Cookie, code, ContestantSession.Options(context.Request, TimeSpan.FromDays(365)));
        return Reply.LocalRedirect(Back(context.Request));
    }

    /// <summary>Where the visitor came from, if that is a page of ours.</summary>
    private static string Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page)
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && !page.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? page.PathAndQuery
            : "/";

    private static async Task<IResult> IsReady(Reads reads, ContestCatalog catalog, NodeClock clock)
    {
        if (!clock.IsTrusted)
        {
            return Reply.Text(
                $"the clock is {clock.Offset.TotalMilliseconds:0} ms off the database's", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            await reads.Query("SELECT number FROM contest", row => row.GetInt16(0));
            return Reply.Text($"ready, {catalog.All.Count} contests");
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or IOException)
        {
            return Reply.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
