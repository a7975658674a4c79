using System.Globalization;
using System.Net;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>The public pages as a contestant would see them, at any pretended moment; nothing can be sent.</summary>
internal static class PreviewEndpoints
{
    private const string Preview = ConsoleRoute.Contest + "/preview";
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Preview, SetupEndpoints.Organisers, Choose, new MenuItem("Xem trước", "Preview", MenuGroup.Preparation)),
        ConsoleRoute.Get(Preview + "/banner", SetupEndpoints.Organisers, Banner),
        ConsoleRoute.Get(Preview + "/{at}/{**page}", SetupEndpoints.Organisers, Show),
        ConsoleRoute.Post(Preview + "/{at}/{**page}", SetupEndpoints.Organisers, NothingSent),
    ];

    private static IResult Choose(HttpContext http, Visit visit, TimeProvider time, string? at)
    {
        return at is not null && MomentOf(at) is not null
            ? ConsolePage.To(visit.To($"/preview/{at}"))
            : ConsolePage.Of<PreviewPage>(http, new PreviewView(visit.Contest, visit.Contest.Local(time.GetUtcNow().ToUnixTimeMilliseconds())));
    }

    private static async Task<IResult> Banner(Visit visit, ContestStore store)
    {
        var bundle = await store.ExportAsync(visit.Contest.Definition.Slug);
        if (bundle!.Files.FirstOrDefault(file => file.Path == bundle.Contest.Banner) is not { } banner)
        {
            return Reply.NotFound();
        }

        return PublicPages.Picture(banner.Path, banner.Open());
    }

    private static async Task<IResult> Show(HttpContext http, Visit visit, string at, string? page, IServiceProvider services)
    {
        if (MomentOf(at) is not { } moment)
        {
            return Reply.NotFound();
        }

        var contest = visit.Contest;
        var time = new PretendedTime(new LocalDateTime(moment).In(contest.Zone));
        var parts = (page ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = parts switch
        {
            [] => await PublicPages.HomeAsync(http, contest, services, time),
            ["pages", var slug] => await PublicPages.TextAsync(http, contest, slug, services),
            ["join"] => await services.GetRequiredService<JoinForms>().Of(http, contest, JoinStep.First, round: null, contest.IsOver(time.GetUtcNow())),
            ["rounds", var number] when Round(contest, number) is { } round => await RoundEndpoint.PageOf(
                http, contest, round, contestant: null, services.GetRequiredService<AttemptReader>(), services.GetRequiredService<RoundPagesCache>(), time),
            ["rounds", var number, "paper"] when Round(contest, number) is { IsSealed: true } round => await PaperAsync(http, contest, round, services, time),
            _ => ConsolePage.Of<NoPreviewPage>(http, contest, StatusCodes.Status404NotFound),
        };
        return new PreviewResult(found, contest, visit.To($"/preview/{at}"), Bar(visit, at, moment));
    }

    private static IResult NothingSent(HttpContext http, Visit visit, string at, string? page) =>
        MomentOf(at) is null ? Reply.NotFound() : ConsolePage.Of<NoPreviewPage>(http, visit.Contest);

    /// <summary>A paper as somebody would draw it who begins at the moment; every look draws another.</summary>
    private static async Task<IResult> PaperAsync(HttpContext http, LiveContest contest, LiveRound round, IServiceProvider services, TimeProvider time)
    {
        var rules = round.Divisions[0];
        var (set, now) = (rules.CurrentSet, time.GetUtcNow().ToUnixTimeMilliseconds());
        var id = new AttemptId(contest.Number, new ContestantId(Guid.NewGuid()), rules.Number, 1);
        var attempt = new Attempt(id, 1, set.Version, AttemptState.InProgress, now, now + rules.Duration, AnswerSheet.Blank(set.PaperLength), null, null);
        var pages = await services.GetRequiredService<RoundPagesCache>().Of(contest, rules, Language.Of(http.Request));
        var page = PageReply.Html();
        PaperPage.Write(page, pages.Paper, pages.Questions[set.Version], Paper.Draw(set, id), attempt, rules.Duration);
        return page;
    }

    private static LiveRound? Round(LiveContest contest, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? contest.LiveRound(round) : null;

    private static DateTime? MomentOf(string text) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= 2000 and <= 2100 ? moment : null;

    private static string Bar(Visit visit, string at, DateTime moment)
    {
        var language = visit.Language;
        var rounds = string.Concat(visit.Contest.Definition.Rounds.Select(round =>
            $" <a href=\"{visit.To($"/preview/{at}/rounds/{round.Number}")}\">{WebUtility.HtmlEncode(language.Say(round.Title))}</a>"));
        return $"""
            <div class="preview-bar" role="region" aria-label="{language.Say("Xem trước", "Preview")}"><b>{language.Say("Xem trước", "Preview")}: {WebUtility.HtmlEncode(language.Moment(moment))}</b>
            <a href="{visit.To($"/preview/{at}")}">{language.Say("Trang chủ", "Home")}</a> <a href="{visit.To($"/preview/{at}/join")}">{language.Say("Đăng ký", "Join")}</a>{rounds}
            <a href="{visit.To("/preview")}">{language.Say("Lúc khác", "Another moment")}</a> <a href="{visit.To("/setup")}">{language.Say("Thoát", "Leave")}</a></div>
            """;
    }
}
