using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Results;
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
        app.MapGet("/", SiteHome).CacheOutput(SiteCaches.Public);
        app.MapGet("/competition/{slug}", Home).CacheOutput(SiteCaches.Public);
        app.MapGet("/competition/{slug}/pages/{page}", Text).CacheOutput(SiteCaches.Public);
        app.MapGet("/competition/{slug}/documents/{**path}", Document);
    }

    /// <summary>Remembers through which portal a visitor came, and shows the address without it, so that pages stay cached.</summary>
    public static void UseEntrances(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.Query.TryGetValue("from", out var from) || from is not [{ Length: > 0 and <= 40 } code])
        {
            return next(context);
        }

        context.Response.Cookies.Append(EntranceCookie, code, ContestantSession.Options(request, TimeSpan.FromDays(30)));
        var rest = request.Query.Where(pair => pair.Key != "from").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        context.Response.Redirect(request.PathBase + request.Path + QueryString.Create(rest));
        return Task.CompletedTask;
    });

    /// <summary>The cookie with the code of the portal.</summary>
    public const string EntranceCookie = "entrance";

    private static async Task<IResult> SiteHome(HttpContext context, ContestCatalog catalog, Boards boards, TimeProvider time)
    {
        var cards = new List<ContestCard>();
        foreach (var contest in catalog.Published.Where(each => each.Stage != ContestStage.Archived))
        {
            var total = (await boards.Totals(contest)).GetValueOrDefault(0);
            cards.Add(new ContestCard(contest.Definition, ContestStatus.At(contest.Definition, time.GetUtcNow()), total.People, total.Attempts));
        }

        return Page.Of<SiteHome>(context, new SiteHomeView(cards.ToValueList()));
    }

    private static async Task<IResult> Home(
        HttpContext context, string slug, ContestCatalog catalog, Boards boards, StandingsQueries standings, TimeProvider time)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var now = time.GetUtcNow();
        var status = ContestStatus.At(contest.Definition, now);
        var totals = await boards.Totals(contest);
        var awarded = await standings.ClosedRounds(contest);
        var lastAwarded = status.Rounds.LastOrDefault(round => awarded.ContainsKey(round.Round.Number))?.Round;
        var view = new ContestHomeView(
            contest.Definition,
            status,
            now,
            Joined: false,
            LiveFigures.Of(await boards.Participation(contest, 0), now),
            status.Rounds.Select(round => new WeekCard(round, awarded.ContainsKey(round.Round.Number), totals.GetValueOrDefault(round.Round.Number).People)).ToValueList(),
            lastAwarded is null ? null : new RoundPrizes(lastAwarded, await standings.Winners(contest, lastAwarded.Number)),
            contest.Definition.Documents.Select(document => FileOf(contest, document)).ToValueList(),
            $"{context.Request.Scheme}://{context.Request.Host}/competition/{slug}");
        return Page.Of<ContestHome>(context, view);
    }

    private static DocumentFile FileOf(LiveContest contest, Document document) => new(
        document.Title,
        $"/competition/{contest.Definition.Slug}/documents/{string.Join('/', document.File.Split('/').Select(Uri.EscapeDataString))}",
        Path.GetExtension(document.File).TrimStart('.'),
        contest.Files.GetValueOrDefault(document.File));

    private static async Task<IResult> Text(
        HttpContext context, string slug, string page, ContestCatalog catalog, IDbContextFactory<HoiThiContext> contexts)
    {
        if (catalog.Find(slug) is not { } contest || contest.Definition.Pages.FirstOrDefault(each => each.Slug == page) is not { } found)
        {
            return Reply.NotFound();
        }

        // The English text stands beside the Vietnamese one: the-le.md, the-le.en.md.
        var english = Path.ChangeExtension(found.File, ".en" + Path.GetExtension(found.File));
        var file = Language.Of(context.Request).English && contest.Files.ContainsKey(english) ? english : found.File;
        var content = await Content(contexts, contest, file);
        return content is null
            ? Reply.NotFound()
            : Page.Of<TextPage>(context, new TextPageView(contest.Definition, found, ContestText.Of(System.Text.Encoding.UTF8.GetString(content))));
    }

    private static async Task<IResult> Document(string slug, string path, ContestCatalog catalog, IDbContextFactory<HoiThiContext> contexts)
    {
        // Only what the contest names as a document is given out, whatever else lies beside it.
        if (catalog.Find(slug) is not { } contest
            || contest.Definition.Documents.All(document => document.File != path)
            || await Content(contexts, contest, path) is not { } content)
        {
            return Reply.NotFound();
        }

        var type = new FileExtensionContentTypeProvider().TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return Reply.File(content, type, Path.GetFileName(path));
    }

    private static async Task<byte[]?> Content(IDbContextFactory<HoiThiContext> contexts, LiveContest contest, string path)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.ContestFiles.Where(file => file.Contest == contest.Number && file.Path == path).Select(file => file.Content).SingleOrDefaultAsync();
    }
}
