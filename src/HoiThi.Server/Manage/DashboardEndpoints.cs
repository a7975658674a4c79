using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Attempts;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>The first page of a contest: what happens now; and what is done when the server was in trouble.</summary>
internal static class DashboardEndpoints
{
    private const int LongestExtension = 240;

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest, Access.Of(Role.Administrator, Role.Organiser, Role.QuestionEditor, Role.Coordinator, Role.Judge, Role.Auditor), Show, new MenuItem("Tổng quan", "Overview", MenuGroup.Contest)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/live", Access.Of(Role.Administrator, Role.Organiser, Role.Auditor), Live, new MenuItem("Theo dõi trực tiếp", "Live", MenuGroup.Running)),
        ConsoleRoute.Post(ConsoleRoute.Contest + "/rounds/{round:int}/extend", Access.Of(Role.Administrator, Role.Organiser), Extend),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, Boards boards, HoiThiContext context, TimeProvider time, string? done)
    {
        var contest = visit.Contest;
        var status = ContestStatus.At(contest.Definition, time.GetUtcNow());
        var totals = await boards.Totals(contest);
        var open = visit.Has(Role.Administrator, Role.Organiser) ? await context.Proposals.CountAsync(row => row.Contest == contest.Number && row.Outcome == null) : 0;
        return ConsolePage.Of<Dashboard>(http, new DashboardView(
            contest.Definition,
            status,
            status.Rounds.Select(round => new RoundLine(round, totals.GetValueOrDefault(round.Round.Number).People, totals.GetValueOrDefault(round.Round.Number).Attempts)).ToValueList(),
            totals.GetValueOrDefault(0).People,
            totals.GetValueOrDefault(0).Attempts,
            open,
            Unsealed(contest, status, time.GetUtcNow()),
            done));
    }

    /// <summary>A round whose questions are missing when it opens is the one mistake that cannot wait.</summary>
    private static ValueList<Round> Unsealed(LiveContest contest, ContestStatus status, DateTimeOffset now) => status.Rounds
        .Where(round => contest.LacksQuestions(round, now)).Select(round => round.Round).ToValueList();

    /// <summary>Asks for itself again by a header, which works without a script; not while somebody fills in the form on it.</summary>
    private static async Task<IResult> Live(HttpContext http, Visit visit, string? still, Boards boards, RoundPulse pulse, TimeProvider time, string? done)
    {
        var view = await LiveOf(visit.Contest, boards, pulse, time, ConsoleForm.Empty, done);
        var refreshes = still is null && view.Rounds.Count > 0;
        if (refreshes)
        {
            http.Response.Headers["Refresh"] = $"15;url={visit.To("/live")}";
        }

        return ConsolePage.Of<LivePage>(http, view with { Refreshes = refreshes });
    }

    private static async Task<LiveView> LiveOf(LiveContest contest, Boards boards, RoundPulse pulse, TimeProvider time, ConsoleForm form, string? done)
    {
        var now = time.GetUtcNow();
        var status = ContestStatus.At(contest.Definition, now);
        var rounds = new List<RoundNow>();
        foreach (var round in status.Rounds.Where(round => round.State is RoundState.Open or RoundState.BetweenWindows))
        {
            var beat = await pulse.BeatAsync(contest, round.Round.Number);
            var slowest = (await boards.Participation(contest, round.Round.Number, now: true)).TopLevel
                .Where(unit => unit.Share.Headcount > 0).OrderBy(unit => unit.Tenths).ThenByDescending(unit => unit.Share.Headcount).Take(5)
                .Select(unit => new SlowUnit(unit.Unit.Name, unit.Tenths ?? 0, unit.Share.People, unit.Share.Headcount)).ToValueList();
            rounds.Add(new RoundNow(round, beat, slowest));
        }

        return new LiveView(contest.Local(now.ToUnixTimeMilliseconds()), rounds.ToValueList(), status.Next, form, done);
    }

    /// <summary>
    /// After trouble with the server: all attempts that are open and the window that is open get some minutes, in one
    /// transaction with the notice on the contest's page and the line in the audit log.
    /// </summary>
    private static async Task<IResult> Extend(HttpContext http, Visit visit, int round, ContestCatalog catalog, ContestStore store, DeadlineMoves moves, Boards boards, RoundPulse pulse, TimeProvider time)
    {
        var contest = visit.Contest;
        if (contest.Round(round) is null)
        {
            return Reply.NotFound();
        }

        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var reason = form["reason"].ToString().Trim();
        var now = time.GetUtcNow();
        if (!int.TryParse(form["minutes"], out var minutes) || minutes is < 1 or > LongestExtension)
        {
            return await Refused(ConsoleForm.Wrong("minutes", $"Số phút từ 1 đến {LongestExtension}.", $"1 to {LongestExtension} minutes."));
        }

        if (reason.Length is < 5 or > 300)
        {
            return await Refused(ConsoleForm.Wrong("reason", "Hãy nêu lý do trong một câu; lý do được công bố.", "Give the reason in a sentence; it is published."));
        }

        if (ContestEdits.Longer(contest, round, now, minutes) is not { } longer || await store.ExportAsync(contest.Definition.Slug) is not { } bundle)
        {
            return await Refused(ConsoleForm.Wrong("minutes", "Không có khung giờ nào đang mở.", "No window is open."));
        }

        var title = longer.Rounds[round - 1].Title;
        var news = new NewsItem(
            DateOnly.FromDateTime(contest.Local(now.ToUnixTimeMilliseconds())),
            new LocalText($"Gia hạn {title.Vi} thêm {minutes} phút", $"{title.In(english: true)} is extended by {minutes} minutes"),
            new LocalText($"Mọi lượt đang làm và khung giờ đang mở được thêm {minutes} phút. Lý do: {reason}", $"All attempts in progress and the open window get {minutes} minutes more. Reason: {reason}"));
        try
        {
            await store.ImportAsync(bundle with { Contest = longer with { News = longer.News.Prepend(news).ToValueList() } }, reason, within: async (context, number, _) =>
            {
                var (key, added) = ((short)round, minutes * 60_000L);
                var open = await context.Attempts.Where(row => row.Contest == number && row.Round == key && row.State == Core.Attempts.AttemptState.InProgress)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Deadline, row => row.Deadline + added));
                context.DeadlineMoves.Add(new DeadlineMoveRow(Guid.NewGuid(), number, key, now.ToUnixTimeMilliseconds(), Attempt: null));
                await context.AppendAsync(visit.Actor, now, new AuditEntry(number, "round.extend", title.Vi, After: new { minutes, open }, Reason: reason));
            });
        }
        catch (ContestImportException refused)
        {
            return await Refused(new FieldError("wrong", "minutes", refused.Text));
        }

        await catalog.RefreshAsync();
        await moves.RunAsync();
        return ConsolePage.To(visit.To("/live"), "extended");

        async Task<IResult> Refused(FieldError error) => ConsolePage.Of<LivePage>(
            http, await LiveOf(contest, boards, pulse, time, ConsoleForm.Of(form, [error]), null), StatusCodes.Status422UnprocessableEntity);
    }
}
