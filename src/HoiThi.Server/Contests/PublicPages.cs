using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Results;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Contests;

/// <summary>The pages of a contest, for the public and for its organisers' preview.</summary>
internal static class PublicPages
{
    /// <summary>The home of a contest at the moment of a clock.</summary>
    public static async Task<IResult> HomeAsync(HttpContext context, LiveContest contest, IServiceProvider services, TimeProvider time)
    {
        var (boards, standings) = (services.GetRequiredService<Boards>(), services.GetRequiredService<StandingsQueries>());
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
            $"{context.Request.Scheme}://{context.Request.Host}/competition/{contest.Definition.Slug}");
        return Page.Of<ContestHome>(context, view);
    }

    /// <summary>A text of the organisers.</summary>
    public static async Task<IResult> TextAsync(HttpContext context, LiveContest contest, string page, IServiceProvider services)
    {
        if (contest.Definition.Pages.FirstOrDefault(each => each.Slug == page) is not { } found)
        {
            return Reply.NotFound();
        }

        // The English text stands beside the Vietnamese one: the-le.md, the-le.en.md.
        var english = ContestFolder.EnglishFile(found);
        var file = Language.Of(context.Request).English && contest.Files.ContainsKey(english) ? english : found.File;
        var content = await ContentAsync(services.GetRequiredService<IDbContextFactory<HoiThiContext>>(), contest, file);
        return content is null
            ? Reply.NotFound()
            : Page.Of<TextPage>(context, new TextPageView(contest.Definition, found, ContestText.Of(System.Text.Encoding.UTF8.GetString(content))));
    }

    /// <summary>A picture in a page.</summary>
    public static IResult Picture(string path, Stream content) =>
        Reply.Stream(content, new FileExtensionContentTypeProvider().TryGetContentType(path, out var known) ? known : "application/octet-stream");

    /// <summary>A file of the contest, or null.</summary>
    public static async Task<byte[]?> ContentAsync(IDbContextFactory<HoiThiContext> contexts, LiveContest contest, string path)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.ContestFiles.Where(file => file.Contest == contest.Number && file.Path == path).Select(file => file.Content).SingleOrDefaultAsync();
    }

    private static DocumentFile FileOf(LiveContest contest, Document document) => new(
        document.Title,
        $"/competition/{contest.Definition.Slug}/documents/{string.Join('/', document.File.Split('/').Select(Uri.EscapeDataString))}",
        Path.GetExtension(document.File).TrimStart('.'),
        contest.Files.GetValueOrDefault(document.File));
}
