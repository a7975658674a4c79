using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Manage.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage;

/// <summary>Participation of all units, the responsible ones and those below; a coordinator sees the own ones.</summary>
internal static class ParticipationEndpoints
{
    private static readonly Access Readers = Access.Of(Role.Administrator, Role.Organiser, Role.Coordinator, Role.Auditor);

    public static IEnumerable<ConsoleRoute> Routes =>
    [
        ConsoleRoute.Get(ConsoleRoute.Contest + "/participation", Readers, Show, new MenuItem("Tham gia của đơn vị", "Participation", MenuGroup.Running)),
        ConsoleRoute.Get(ConsoleRoute.Contest + "/participation/export.xlsx", Readers, Export),
    ];

    private static async Task<IResult> Show(HttpContext http, Visit visit, Boards boards, TimeProvider time)
    {
        var query = TableQuery.Of(http.Request);
        var tabs = RoundTab.Of(ContestStatus.At(visit.Contest.Definition, time.GetUtcNow()));
        var round = RoundOf(query);
        if (tabs.All(tab => tab.Number != round))
        {
            return Reply.NotFound();
        }

        var table = TableView.Of(query, ColumnsOf(visit), FiltersOf(visit), await RowsOf(visit, query, boards));
        return ConsolePage.Of<ParticipationPage>(http, new ParticipationDeskView(round, tabs, table));
    }

    private static async Task<IResult> Export(HttpContext http, Visit visit, Boards boards, Exports exports)
    {
        var query = TableQuery.Of(http.Request);
        if (RoundOf(query) is > 0 and var round && visit.Contest.Round(round) is null)
        {
            return Reply.NotFound();
        }

        var columns = ColumnsOf(visit);
        var rows = TableView.Found(query, columns, await RowsOf(visit, query, boards)).ToArray();
        return await exports.AnswerAsync(visit, ExportSource.Of($"tham-gia-{visit.Contest.Definition.Slug}", visit.Language, columns, rows.Length, _ => rows), "units.export");
    }

    private static int RoundOf(TableQuery query) => int.TryParse(query["round"], out var round) ? round : 0;

    private static async Task<IEnumerable<UnitParticipation>> RowsOf(Visit visit, TableQuery query, Boards boards)
    {
        var own = visit.Units;
        var table = await boards.Participation(visit.Contest, RoundOf(query), now: true);
        var level = query["level"] == "top" ? table.TopLevel : table.Units;
        return level.Where(unit => (own is null || own.Contains(unit.Number))
            && (query["block"].Length == 0 || unit.Block == query["block"])
            && (query["kind"].Length == 0 || unit.Unit.Kind == query["kind"])
            && (query["target"] switch { "reached" => unit.Reached == true, "short" => unit.Reached == false, "none" => unit.Total.People == 0, _ => true }));
    }

    private static TableColumn<UnitParticipation>[] ColumnsOf(Visit visit)
    {
        var contest = visit.Contest;
        return
        [
            new("unit", new("Đơn vị", "Unit"), unit => visit.Language.Say(unit.Unit.Name)) { Small = unit => contest.Units.AncestorsOf(unit.Number).Any() ? string.Join(", ", contest.Units.AncestorsOf(unit.Number).Select(above => visit.Language.Say(contest.Units[above].Name))) : null },
            new("code", new("Mã", "Code"), unit => unit.Unit.Code) { Shown = false },
            new("headcount", new("Tổng số người", "Headcount"), unit => unit.Share.Headcount) { Number = true },
            new("people", new("Đã dự thi", "Took part"), unit => unit.Total.People) { Number = true },
            new("share", new("Tỷ lệ (%)", "Share (%)"), unit => unit.Tenths / 10m) { Number = true, Text = (unit, language) => unit.Tenths is { } tenths ? language.Percent(tenths) : "–" },
            new("target", new("Chỉ tiêu (%)", "Target (%)"), unit => unit.Target) { Number = true },
            new("missing", new("Còn thiếu", "Missing"), unit => unit.Missing) { Number = true },
            new("attempts", new("Lượt thi", "Attempts"), unit => unit.Total.Attempts) { Number = true },
            new("average", new("Điểm trung bình", "Average"), unit => unit.AverageScore / 100m) { Number = true, Text = (unit, language) => unit.AverageScore is { } score ? language.Points(score) : "–" },
        ];
    }

    private static TableFilter[] FiltersOf(Visit visit)
    {
        var (language, rules) = (visit.Language, visit.Contest.Definition.Units);
        return
        [
            new("level", language.Say("Cấp", "Level"), [("top", language.Say("đơn vị chịu trách nhiệm", "responsible units"))]),
            new("block", language.Say("Khối", "Block"), [.. rules.Blocks.Select(block => (block.Code, language.Say(block.Name)))]),
            new("kind", language.Say("Loại", "Kind"), [.. rules.Kinds.Select(kind => (kind.Code, language.Say(kind.Name)))]),
            new("target", language.Say("Chỉ tiêu", "Target"), [("reached", language.Say("đạt", "reached")), ("short", language.Say("chưa đạt", "not reached")), ("none", language.Say("chưa ai thi", "nobody yet"))]),
        ];
    }
}
