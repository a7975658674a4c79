using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;

namespace HoiThi.Server.Tests.Contests.Pages;

public class SiteHomeTests
{
    [Fact]
    public async Task Contests_stand_under_running_coming_and_past()
    {
        var page = await Rendering.Page<SiteHome>(new SiteHomeView([Card("past", -300), Card("coming", 100), Card("running", 0)]));

        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["Đang diễn ra", "Sắp diễn ra", "Đã kết thúc"]);
        page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["/competition/running", "/competition/coming", "/competition/past"]);
    }

    [Fact]
    public async Task Without_a_contest_the_page_says_so()
    {
        var page = await Rendering.Page<SiteHome>(new SiteHomeView([]));

        page.QuerySelector(".empty")!.TextContent.ShouldContain("Chưa có hội thi nào");
        page.QuerySelectorAll("h2").ShouldBeEmpty();
    }

    private static ContestCard Card(string slug, int days)
    {
        var contest = SampleContest.Contest with
        {
            Slug = slug,
            Rounds = SampleContest.Contest.Rounds
                .Select(round => round with { Calendar = round.Calendar.Select(entry => entry.MovedByDays(days)).ToValueList() })
                .ToValueList(),
        };
        return new ContestCard(contest, ContestStatus.At(contest, SampleContest.Week2), 8_214, 13_502);
    }
}
