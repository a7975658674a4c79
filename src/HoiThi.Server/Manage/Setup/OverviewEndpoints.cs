using System.Globalization;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Setup.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Setup;

/// <summary>The first page of the set-up: what is missing; publishing and archiving; moving the dates of a round.</summary>
internal static class OverviewEndpoints
{
    private const string Setup = ConsoleRoute.Contest + "/setup";

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(Setup, SetupEndpoints.Organisers, Show, new MenuItem("Thiết lập", "Set-up", MenuGroup.Preparation)),
        ConsoleRoute.Post(Setup + "/publish", SetupEndpoints.Organisers, Publish),
        ConsoleRoute.Post(Setup + "/archive", SetupEndpoints.Organisers, Archive),
        ConsoleRoute.Post(Setup + "/move", SetupEndpoints.Organisers, Move),
    ];

    private static IResult Show(HttpContext http, Visit visit, TimeProvider time, string? done) => Page(http, visit, time, ConsoleForm.Empty, done);

    private static IResult Page(HttpContext http, Visit visit, TimeProvider time, ConsoleForm form, string? done = null) => ConsolePage.Of<OverviewPage>(
        http,
        new OverviewView(visit.Contest, ContestStatus.At(visit.Contest.Definition, time.GetUtcNow()), Checklist.Of(visit.Contest, time.GetUtcNow()), form, done),
        form.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> Publish(HttpContext http, Visit visit, ContestPhases stages, TimeProvider time)
    {
        var missing = Checklist.Of(visit.Contest, time.GetUtcNow()).Where(item => item is { Must: true, Done: false }).ToList();
        if (missing.Count > 0 && visit.Contest.Phase == ContestPhase.Draft)
        {
            return Page(http, visit, time, new ConsoleForm(ConsoleForm.Empty.Values, missing.Select(item => ConsoleForm.Wrong("publish", $"Chưa công bố được, còn thiếu: {item.Text.Vi}.", $"Not published; missing: {item.Text.In(english: true)}.")).ToValueList()));
        }

        await stages.PublishAsync(visit.Contest, visit.Actor);
        return ConsolePage.To(visit.To("/setup"), "contest-published");
    }

    private static async Task<IResult> Archive(HttpContext http, Visit visit, ContestPhases stages, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form)
        {
            return Reply.BadRequest();
        }

        var archived = form["archived"] == "true";
        if (archived && (visit.Contest.Phase == ContestPhase.Draft || ContestStatus.At(visit.Contest.Definition, time.GetUtcNow()).State != ContestState.Over))
        {
            return Page(http, visit, time, ConsoleForm.Of(form, ConsoleForm.Wrong("archive", "Chỉ lưu trữ được hội thi đã kết thúc.", "Only a contest that is over goes into the archive.")));
        }

        await stages.ArchiveAsync(visit.Contest, visit.Actor, archived);
        return ConsolePage.To(visit.To("/setup"), archived ? "archived" : "unarchived");
    }

    private static async Task<IResult> Move(HttpContext http, Visit visit, RoundMove moves, ContestCatalog catalog, TimeProvider time)
    {
        if (await FormBody.Read(http.Request) is not { } form || !int.TryParse(form["round"], NumberStyles.None, CultureInfo.InvariantCulture, out var round))
        {
            return Reply.BadRequest();
        }

        var (opens, closes) = (Moment(form["opens"].ToString()), Moment(form["closes"].ToString()));
        int? days = int.TryParse(form["days"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var by) && by != 0 ? by : null;
        var reason = form["reason"].ToString().Trim();
        FieldError? wrong = reason.Length is < 10 or > 500
            ? ConsoleForm.Wrong("reason", "Hãy nêu lý do trong một câu; lý do được công bố.", "Give the reason in a sentence; it is published.")
            : days is null == (opens is null && closes is null)
                ? ConsoleForm.Wrong("days", "Nhập số ngày dời, hoặc giờ mở, giờ đóng mới; không cả hai.", "Enter the days, or new hours; not both.")
                : null;
        if (wrong is null)
        {
            try
            {
                await moves.MoveAsync(
                    visit.Contest.Definition.Slug,
                    round,
                    calendar => RoundMove.Moved(calendar, opens, closes, days),
                    new LocalText(reason),
                    (context, number, _) => context.AppendAsync(visit.Actor, time.GetUtcNow(), new AuditEntry(
                        number, "round.move", round.ToString(CultureInfo.InvariantCulture), After: new { days, opens = opens?.ToString(), closes = closes?.ToString() }, Reason: reason)));
                await catalog.RefreshAsync();
                return ConsolePage.To(visit.To("/setup"), "moved");
            }
            catch (ContestImportException refused)
            {
                wrong = new FieldError("wrong", "days", refused.Text);
            }
        }

        return Page(http, visit, time, ConsoleForm.Of(form, [wrong]));
    }

    private static LocalDateTime? Moment(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new LocalDateTime(moment) : null;
}
