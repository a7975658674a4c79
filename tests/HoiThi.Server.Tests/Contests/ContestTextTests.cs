using HoiThi.Server.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Tests.Contests.Pages;

namespace HoiThi.Server.Tests.Contests;

public class ContestTextTests
{
    [Fact]
    public void Headings_of_the_second_level_make_the_table_of_contents()
    {
        var text = ContestText.Of("# Thể lệ\n\n## 1. Đối *tượng* & phạm vi\n\nAi cũng được.\n\n### Chi tiết\n");

        text.Headings.ShouldBe([new TextHeading("muc-1", "Thể lệ"), new TextHeading("muc-2", "1. Đối tượng & phạm vi")]);
        text.Html.ShouldContain("<h2 id=\"muc-2\">");
        text.Html.ShouldNotContain("<h1");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("<p style=\"position:fixed\" onclick=\"alert(1)\">x</p>")]
    [InlineData("<iframe src=\"https://example.org\"></iframe>")]
    public void Nothing_that_runs_or_covers_the_page_gets_through(string markdown)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ContestText.Of(markdown).Html);

        page.QuerySelectorAll("script, iframe, [style], [onclick], [onerror]").ShouldBeEmpty();
        page.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")).ShouldAllBe(href => href!.StartsWith("http") || href.Length == 0);
    }

    [Fact]
    public async Task The_page_links_to_its_headings()
    {
        var contest = SampleContest.Contest;
        var view = new TextPageView(contest, contest.Pages[0], ContestText.Of("## Đối tượng\n\n## Thời gian\n"));

        var page = await Rendering.Page<TextPage>(view);

        page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")).ShouldBe(["#muc-1", "#muc-2"]);
        page.QuerySelector(".prose #muc-2")!.TextContent.ShouldBe("Thời gian");
    }
}
