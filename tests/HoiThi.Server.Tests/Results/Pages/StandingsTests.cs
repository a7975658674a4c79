using HoiThi.Server.Results.Pages;
using HoiThi.Server.Tests.Contests.Pages;

namespace HoiThi.Server.Tests.Results.Pages;

public class StandingsTests
{
    [Fact]
    public async Task Official_standings_show_winners_in_gold_and_how_far_predictions_were_off()
    {
        var page = await Rendering.Page<Standings>(SampleViews.Standings());

        page.QuerySelectorAll(".winners li").Length.ShouldBe(11);
        page.QuerySelectorAll(".standing-table .chip.gold").Length.ShouldBe(11);
        page.QuerySelector(".standing-table thead")!.TextContent.ShouldContain("Dự đoán lệch");
        page.QuerySelector(".standing-table tbody tr")!.TextContent.ShouldContain("6:20,529");
        page.QuerySelector(".explain")!.TextContent.ShouldContain("Đáp số câu dự đoán: 1.127.");
    }

    [Fact]
    public async Task While_the_round_is_open_places_are_provisional_and_predictions_hidden()
    {
        var page = await Rendering.Page<Standings>(SampleViews.Standings(StandingsState.Provisional, 2));

        page.QuerySelector(".page-head .chip")!.TextContent.ShouldBe("Tạm tính");
        page.QuerySelector(".standing-table thead")!.TextContent.ShouldNotContain("Dự đoán");
        page.QuerySelectorAll(".winners").ShouldBeEmpty();
    }

    [Fact]
    public async Task Hidden_standings_show_nobody()
    {
        var page = await Rendering.Page<Standings>(SampleViews.Standings(StandingsState.Hidden, 2));

        page.QuerySelectorAll("table").ShouldBeEmpty();
        page.QuerySelector(".empty")!.TextContent.ShouldContain("Chưa công bố");
    }

    [Fact]
    public async Task Bands_sum_to_everybody_ranked()
    {
        var view = SampleViews.Standings();

        var page = await Rendering.Page<Standings>(view);

        var bands = page.QuerySelectorAll(".spread tbody .num").Select(cell => Number(cell.TextContent)).ToArray();
        bands.Sum().ShouldBe(view.People);
        Number(page.QuerySelector(".spread tfoot .num")!.TextContent).ShouldBe(view.People);
    }

    [Fact]
    public async Task A_search_is_kept_from_page_to_page_and_encoded()
    {
        var page = await Rendering.Page<Standings>(SampleViews.Standings(query: "Huyền & \"Sở\""));

        page.QuerySelector("#q")!.GetAttribute("value").ShouldBe("Huyền & \"Sở\"");
        page.QuerySelector("[rel=next]")!.GetAttribute("href").ShouldBe("?round=1&page=2&q=Huy%E1%BB%81n%20%26%20%22S%E1%BB%9F%22");
    }

    [Fact]
    public async Task An_empty_round_says_so()
    {
        var page = await Rendering.Page<Standings>(SampleViews.Standings(StandingsState.Provisional, 2) with { Lines = [], Bands = [], People = 0, Pages = 1 });

        page.QuerySelector(".empty")!.TextContent.ShouldContain("Chưa có bài thi nào");
        page.QuerySelectorAll(".pager").ShouldBeEmpty();
    }

    private static long Number(string text) => long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
