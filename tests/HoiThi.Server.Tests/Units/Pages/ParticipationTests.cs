using AngleSharp.Dom;
using HoiThi.Core.Participation;
using HoiThi.Server.Tests.Contests.Pages;
using HoiThi.Server.Units.Pages;

namespace HoiThi.Server.Tests.Units.Pages;

public class ParticipationTests
{
    [Fact]
    public async Task No_responsible_unit_is_lost_and_the_rows_sum_to_the_total()
    {
        var view = SampleViews.Participation();

        var page = await Rendering.Page<HoiThi.Server.Units.Pages.Participation>(view);

        page.QuerySelectorAll(".unit-table tbody tr").Length.ShouldBe(view.Table.TopLevel.Count);
        Column(page, ".unit-table", "Đã thi").Sum().ShouldBe(view.Table.Total.People);
        Column(page, ".unit-table", "Biên chế").Sum().ShouldBe(view.Tree.Headcount);
        Foot(page, ".unit-table", "Đã thi").ShouldBe(view.Table.Total.People);
        Foot(page, ".unit-table", "Biên chế").ShouldBe(view.Tree.Headcount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    public async Task Blocks_sum_to_the_whole_contest(int below)
    {
        var view = SampleViews.Participation(tree: SampleUnits.Tree(below));

        var page = await Rendering.Page<HoiThi.Server.Units.Pages.Participation>(view);

        var blocks = "[aria-labelledby=blocks]";
        Column(page, blocks, "Đã thi").Sum().ShouldBe(Foot(page, blocks, "Đã thi"));
        Column(page, blocks, "Lượt thi").Sum().ShouldBe(Foot(page, blocks, "Lượt thi"));
        Foot(page, blocks, "Lượt thi").ShouldBe(view.Table.Total.Attempts);
    }

    [Fact]
    public async Task A_units_own_table_sums_to_the_unit()
    {
        var view = SampleViews.Participation(ParticipationFilter.None with { Unit = "qh-3" });

        var page = await Rendering.Page<HoiThi.Server.Units.Pages.Participation>(view);

        page.QuerySelectorAll(".unit-table tbody tr").Length.ShouldBe(15);
        page.QuerySelector(".unit-table tbody tr th")!.TextContent.ShouldContain("Riêng UBND quận Kiến An");
        Column(page, ".unit-table", "Đã thi").Sum().ShouldBe(view.Parent!.Total.People);
        Foot(page, ".unit-table", "Biên chế").ShouldBe(view.Parent.Share.Headcount);
    }

    [Fact]
    public void Every_order_holds_every_unit()
    {
        foreach (var sort in Enum.GetValues<ParticipationSort>())
        {
            var view = SampleViews.Participation(ParticipationFilter.None with { Sort = sort });
            ParticipationRows.Of(view).Select(row => row.Code).ShouldBe(view.Table.TopLevel.Select(unit => unit.Unit.Code), ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("so noi vu", "so-0")]
    [InlineData("Thủy Nguyên", "qh-12")]
    public void Units_are_found_with_and_without_diacritics(string query, string code)
    {
        var rows = ParticipationRows.Of(SampleViews.Participation(ParticipationFilter.None with { Query = query }));

        rows.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_block_holds_its_units_only()
    {
        var rows = ParticipationRows.Of(SampleViews.Participation(ParticipationFilter.None with { Block = "central" }));

        rows.Select(row => row.Code).ShouldBe(["tw-0", "tw-1", "tw-2", "tw-3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nought_everybody_and_more_than_everybody_are_told_apart()
    {
        var view = SampleViews.Participation();

        var page = await Rendering.Page<HoiThi.Server.Units.Pages.Participation>(view);

        Row(page, "Sở Tài chính").QuerySelectorAll(".value").ShouldBeEmpty();
        Row(page, "Sở Tài chính").QuerySelector(".bar-line b")!.TextContent.ShouldBe("0,0 %");
        Row(page, "Sở Kế hoạch và Đầu tư").QuerySelector(".value")!.GetAttribute("width").ShouldBe("100%");
        Row(page, "Sở Giao thông vận tải").TextContent.ShouldContain("Nhiều hơn biên chế 3 người");
        Row(page, "Ban Quản lý Khu kinh tế Hải Phòng").TextContent.ShouldContain("Chưa có biên chế");
    }

    [Fact]
    public async Task A_closed_round_has_outcomes_and_no_forecast()
    {
        var page = await Rendering.Page<HoiThi.Server.Units.Pages.Participation>(SampleViews.Participation(live: false));

        page.QuerySelectorAll(".outlook .chip").Select(chip => chip.TextContent).Distinct(StringComparer.Ordinal)
            .ShouldBe(["✓ Đạt", "Không đạt", "Chưa có biên chế"], ignoreOrder: true);
    }

    [Fact]
    public void A_unit_that_will_fall_short_is_never_said_to_be_on_course()
    {
        foreach (var row in ParticipationRows.Of(SampleViews.Participation()).Where(row => row.WillMiss is not null && row.Reached == false))
        {
            var expected = new Share(row.Forecast!.Value, row.Share.Headcount);
            (row.WillMiss == 0).ShouldBe(expected.Reaches(row.Target!.Value));
        }
    }

    private static IElement Row(IParentNode page, string name) =>
        page.QuerySelectorAll(".unit-table tbody tr").First(row => row.QuerySelector("th")!.TextContent.Trim().StartsWith(name, StringComparison.Ordinal));

    private static IEnumerable<long> Column(IParentNode page, string table, string label) =>
        page.QuerySelectorAll($"{table} tbody [data-label='{label}']").Select(cell => Number(cell.TextContent));

    private static long Foot(IParentNode page, string table, string label) =>
        Number(page.QuerySelector($"{table} tfoot [data-label='{label}']")!.TextContent);

    private static long Number(string text) => text.Trim() == "–"
        ? 0
        : long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
