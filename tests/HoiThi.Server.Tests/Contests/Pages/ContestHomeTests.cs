using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Contests.Pages;

public class ContestHomeTests
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    [Theory]
    [InlineData(10, 20, "Đăng ký dự thi", "/join")]
    [InlineData(10, 24, "Vào thi tuần 1", "/rounds/1")]
    [InlineData(10, 28, "Xem kết quả tuần 1", "/standings?round=1")]
    [InlineData(12, 1, "Xem kết quả hội thi", "/standings?round=0")]
    public async Task There_is_one_red_action_and_it_fits_the_moment(int month, int day, string text, string address)
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home(new DateTimeOffset(2023, month, day, 9, 0, 0, Vietnam)));

        var action = page.QuerySelectorAll(".btn-go").ShouldHaveSingleItem();
        action.TextContent.ShouldBe(text);
        action.GetAttribute("href").ShouldBe("/competition/hai-phong-cchc-2023" + address);
    }

    [Fact]
    public async Task A_registered_visitor_is_not_asked_to_register()
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home(new DateTimeOffset(2023, 10, 28, 9, 0, 0, Vietnam), joined: true));

        page.QuerySelectorAll("main a").ShouldNotContain(link => link.GetAttribute("href")!.EndsWith("/join", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_countdown_is_right_without_script_and_exact_for_it()
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home());

        var countdown = page.QuerySelector(".countdown")!;
        countdown.QuerySelectorAll("b").Select(part => part.TextContent).ShouldBe(["2", "07", "40"]);
        countdown.GetAttribute("data-countdown").ShouldBe("200455000");
        page.QuerySelector(".live h2")!.TextContent.ShouldBe("Tuần 2 đóng sau");
    }

    [Fact]
    public async Task Figures_are_written_the_Vietnamese_way_and_are_of_one_snapshot()
    {
        var view = SampleViews.Home();

        var page = await Rendering.Page<ContestHome>(view);

        var figures = page.QuerySelectorAll(".live .figure b").Select(figure => figure.TextContent).ToArray();
        figures[0].ShouldBe(view.Figures.Total.People.ToString("N0", Language.Vietnamese.Culture()));
        figures[2].ShouldMatch(@"^\d+,\d %$");
        page.QuerySelector(".snapshot")!.TextContent.ShouldContain("09:49:05 ngày 01/11/2023");
    }

    [Fact]
    public async Task Before_there_are_winners_the_prizes_on_offer_are_shown()
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home(new DateTimeOffset(2023, 10, 20, 9, 0, 0, Vietnam)));

        page.QuerySelector(".winners").ShouldBeNull();
        page.QuerySelector("#offer")!.ParentElement!.TextContent.ShouldContain("5 giải");
    }

    [Fact]
    public async Task Texts_of_the_organisers_are_encoded()
    {
        var view = SampleViews.Home();
        view = view with { Contest = view.Contest with { Title = new LocalText("<script>alert(1)</script>"), Organiser = new LocalText("A & B") } };

        var html = await Rendering.Html<ContestHome>(view);

        html.ShouldNotContain("<script>alert");
        html.ShouldContain("A &amp; B");
    }

    [Fact]
    public async Task Nothing_in_a_page_needs_what_the_content_security_policy_forbids()
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home());

        page.QuerySelectorAll("[style]").ShouldBeEmpty();
        page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
        page.QuerySelectorAll("svg.qr path").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Each_portal_gets_a_link_of_its_own()
    {
        var page = await Rendering.Page<ContestHome>(SampleViews.Home());

        page.QuerySelectorAll(".copy input").Select(input => input.GetAttribute("value")!.Split('?')[1])
            .ShouldBe(["from=cong-thanh-pho", "from=so-noi-vu", "from=don-vi", "from=qr"]);
    }
}
