using HoiThi.Server.Contests.Pages;

namespace HoiThi.Server.Tests.Contests.Pages;

public class ProblemTests
{
    [Theory]
    [InlineData(404, "Không có trang này")]
    [InlineData(403, "Bạn chưa vào được trang này")]
    [InlineData(429, "Bạn thao tác nhanh quá")]
    [InlineData(503, "Hệ thống đang rất đông")]
    [InlineData(500, "Có lỗi ở máy chủ")]
    [InlineData(502, "Có lỗi ở máy chủ")]
    public async Task An_error_is_said_in_words(int status, string title)
    {
        var page = await Rendering.Page<Problem>(new ProblemView(status, SampleContest.Contest));

        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.QuerySelectorAll(".btn-go").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_busy_server_says_when_the_page_tries_again()
    {
        var page = await Rendering.Page<Problem>(new ProblemView(503, RetryAfter: 8));

        page.QuerySelector("main")!.TextContent.ShouldContain("Trang tự thử lại sau 8 giây.");
    }
}
