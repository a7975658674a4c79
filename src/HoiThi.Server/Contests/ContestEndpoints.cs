using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Security;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>The home of the site and of each contest, texts, documents.</summary>
public static class ContestEndpoints
{
    public static void MapContests(this IEndpointRouteBuilder app)
    {
        app.MapPublicPage("/", SiteHome);
        app.MapPublicPage("/competition/{slug}", Home);
        app.MapPublicPage("/competition/{slug}/pages/{page}", Text);
        app.MapGet("/competition/{slug}/documents/{**path}", Document);
        app.MapPublicPage("/competition/{slug}/banner", Banner);
    }

    /// <summary>Remembers through which portal a visitor came, and shows the address without it, so that pages stay cached.</summary>
    public static void UseEntrances(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.QueryString.HasValue || !HttpMethods.IsGet(request.Method) || !request.Query.TryGetValue(EntranceQuery, out var from) || from is not [{ Length: > 0 and <= 40 } code])
        {
            return next(context);
        }

        context.Response.Cookies.Append(EntranceCookie, code, ContestantSession.Options(request, TimeSpan.FromDays(30)));
        var rest = request.Query.Where(pair => pair.Key != EntranceQuery).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        context.Response.Redirect(request.PathBase + request.Path + QueryString.Create(rest));
        return Task.CompletedTask;
    });

    /// <summary>The query parameter with the code of the portal that links here.</summary>
    public const string EntranceQuery = "from";

    /// <summary>The cookie with the code of the portal.</summary>
    public const string EntranceCookie = "entrance";

    private static async Task<IResult> SiteHome(HttpContext context, ContestCatalog catalog, Boards boards, TimeProvider time)
    {
        var cards = new List<ContestCard>();
        foreach (var contest in catalog.Published.Where(each => each.Phase != ContestPhase.Archived && each.Definition.Rehearsal is null))
        {
            var total = (await boards.Totals(contest)).GetValueOrDefault(0);
            cards.Add(new ContestCard(contest.Definition, ContestStatus.At(contest.Definition, time.GetUtcNow()), total.People, total.Attempts));
        }

        return Page.Of<SiteHome>(context, new SiteHomeView(cards.ToValueList()));
    }

    private static Task<IResult> Home(HttpContext context, string slug, ContestCatalog catalog, TimeProvider time) =>
        catalog.Find(slug) is { } contest ? PublicPages.HomeAsync(context, contest, context.RequestServices, time) : Task.FromResult(Reply.NotFound());

    private static Task<IResult> Text(HttpContext context, string slug, string page, ContestCatalog catalog) =>
        catalog.Find(slug) is { } contest ? PublicPages.TextAsync(context, contest, page, context.RequestServices) : Task.FromResult(Reply.NotFound());

    private static async Task<IResult> Banner(string slug, ContestCatalog catalog, IDbContextFactory<HoiThiContext> contexts) =>
        catalog.Find(slug) is { Definition.Banner: { } banner } contest && await PublicPages.ContentAsync(contexts, contest, banner) is { } content
            ? PublicPages.Picture(banner, new MemoryStream(content))
            : Reply.NotFound();

    private static async Task<IResult> Document(
        HttpRequest request, string slug, string path, ContestCatalog catalog, IDbContextFactory<HoiThiContext> contexts, DocumentDownloads downloads)
    {
        // Only what the contest names as a document is given out, whatever else lies beside it.
        if (catalog.Find(slug) is not { } contest
            || contest.Definition.Documents.All(document => document.File != path)
            || await PublicPages.ContentAsync(contexts, contest, path) is not { } content)
        {
            return Reply.NotFound();
        }

        // A browser that goes on with a part of a file has been counted.
        if (request.Headers.Range.Count == 0)
        {
            await downloads.CountAsync(contest.Number, path);
        }

        var type = new FileExtensionContentTypeProvider().TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return Reply.File(content, type, Path.GetFileName(path));
    }
}
