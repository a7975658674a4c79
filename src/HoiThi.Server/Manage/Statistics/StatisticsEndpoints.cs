using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Statistics.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>Item statistics of a round: for organisers also while it is open, for others of the console when it is over.</summary>
internal static class StatisticsEndpoints
{
    private const int PageSize = 50;
    private const string Page = ConsoleRoute.Contest + "/rounds/{round:int}/statistics";
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor, Role.Auditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Page, Readers, Show),
        ConsoleRoute.Get(Page + "/export.xlsx", Readers, Excel),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, int round, short? division, int? page, StatisticsDesk desk, TimeProvider time)
    {
        var contest = visit.Contest;
        if (contest.Round(round, division ?? 0) is not { } rules)
        {
            return Reply.NotFound();
        }

        var view = new StatisticsView(contest.Definition, contest.Definition.Rounds[round - 1], rules.Division, Closed(visit, rules, time), null, null, 1, 1);
        if (view.Closed is null && rules.LatestSet is { } set)
        {
            var progress = await desk.OfAsync(contest, rules, set);
            view = progress.Result is { } result ? With(view, result, page ?? 1, contest) : view with { Waiting = (progress.Done, progress.All) };
        }

        if (view.Waiting is not null)
        {
            http.Response.Headers["Refresh"] = "3";
        }

        return ConsolePage.Of<StatisticsPage>(http, view);
    }

    private static async Task<IResult> Excel(HttpContext http, Visit visit, int round, short? division, StatisticsDesk desk, TimeProvider time)
    {
        var contest = visit.Contest;
        if (contest.Round(round, division ?? 0) is not { LatestSet: { } set } rules || Closed(visit, rules, time) is not null)
        {
            return Reply.NotFound();
        }

        var progress = await desk.OfAsync(contest, rules, set);
        return progress.Result is { } result
            ? Reply.File(
                await StatisticsWorkbook.WriteAsync(result, visit.Language), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"thong-ke-{contest.Definition.Slug}-{round}.xlsx")
            : ConsolePage.To(visit.To($"/rounds/{round}/statistics?division={rules.Division}"));
    }

    private static StatisticsView With(StatisticsView view, RoundStatistics result, int page, LiveContest contest)
    {
        var lines = result.Lines.ToList();
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        return view with
        {
            Result = new StatisticsResult(
                result.Set.Corrects ?? result.Set.Version,
                result.Paper,
                result.Correct,
                lines.Skip((shown - 1) * PageSize).Take(PageSize).ToValueList(),
                lines.Count,
                lines.Count(line => line.CheckTheKey),
                result.Set.Topics.ToDictionary(topic => topic.Code, topic => topic.Name, StringComparer.Ordinal),
                contest.Local(result.Taken.ToUnixTimeMilliseconds())),
            Page = shown,
            Pages = pages,
        };
    }

    /// <summary>Why there is nothing to see yet; null where there is. Before the round opens, its questions are nobody's business.</summary>
    public static LocalText? Closed(Visit visit, RoundRules rules, TimeProvider time)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return now < rules.Opens ? new LocalText("Đợt thi chưa mở.", "The round has not opened.")
            : now < rules.Settled && !visit.Has(Role.Administrator, Role.Organiser)
                ? new LocalText("Thống kê mở cho mọi vai trò khi đợt thi đã đóng.", "The statistics open for everybody when the round has closed.")
            : null;
    }
}
