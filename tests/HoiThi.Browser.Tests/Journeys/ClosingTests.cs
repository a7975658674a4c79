using HoiThi.Browser.Tests.Harness;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>The last minute of a round by the server's own clock.</summary>
public sealed class ClosingTests(Chromium chromium)
{
    private const int Round = 1;

    [Fact]
    public async Task At_the_deadline_everybody_is_submitted_with_what_they_had_and_the_round_closes_by_itself()
    {
        var closes = NextMinuteAfter(DateTimeOffset.UtcNow.AddSeconds(40));
        using var data = new TemporaryFolder();
        using var contest = ShortContest.Folder(closes);
        await ServerProcess.RunAsync("contest", "import", contest.Path, "--data", data.Path);
        await using var server = await ServerProcess.StartAsync(data.Path);

        // One goes away, one stays, one loses the network just before and has it back within the grace.
        await using var away = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        await using var staying = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        await using var offline = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        var (left, stayed, cut) = (await BeginAsync(away), await BeginAsync(staying), await BeginAsync(offline));
        var address = away.Page.Url;
        await left.ShouldHaveSavedAsync(2);
        await away.Page.CloseAsync();
        await Expect(staying.Page.Locator("[data-clock]")).ToHaveAttributeAsync("data-low", "very");
        await cut.ShouldHaveSavedAsync(2);
        await offline.Context.SetOfflineAsync(true);
        await cut.AnswerAsync(3);
        await stayed.Submit.ClickAsync();

        // The open question whether to submit does not keep the paper from being submitted.
        await Expect(cut.State).ToContainTextAsync("Mất mạng: bài sẽ được nộp ngay khi có mạng lại", new() { Timeout = 75_000 });
        await offline.Context.SetOfflineAsync(false);
        await ShouldHaveSubmittedAsync(server, staying, stayed);
        await ShouldHaveSubmittedAsync(server, offline, cut);
        await Expect(staying.Page.Locator("#main")).ToContainTextAsync("Đáp án và giải thích từng câu được mở tại trang này từ");
        staying.ShouldHaveNoTrouble();

        await UntilAsync(closes.AddSeconds(ShortContest.GraceSeconds + 1));
        await ShouldBeExplainedAsync(await away.Context.NewPageAsync(), address);
        var stored = await server.Stored.AttemptAtAsync(address);
        stored.State.ShouldBe(AttemptState.Expired);
        left.ShouldBeIn(stored.Answers);
        await ShouldBeOfficialAsync(staying.Page);
    }

    private static DateTimeOffset NextMinuteAfter(DateTimeOffset moment) =>
        new(((moment.Ticks / TimeSpan.TicksPerMinute) + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static Task UntilAsync(DateTimeOffset moment)
    {
        var rest = moment - DateTimeOffset.UtcNow;
        return Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
    }

    private static async Task<PaperScreen> BeginAsync(Visitor visitor)
    {
        await visitor.GoAsync(await visitor.StartAsync(Round));
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.AnswerAsync(1..3);
        return paper;
    }

    private static async Task ShouldHaveSubmittedAsync(ServerProcess server, Visitor visitor, PaperScreen paper)
    {
        await PaperScreen.ShouldBecomeResultAsync(visitor.Page);
        await Expect(visitor.Page.Locator(".figure.score")).ToContainTextAsync("/20");
        var stored = await server.Stored.AttemptAtAsync(visitor.Page.Url);
        stored.State.ShouldBe(AttemptState.Submitted);
        paper.ShouldBeIn(stored.Answers);
    }

    private static async Task ShouldBeExplainedAsync(IPage page, string paper)
    {
        await page.GotoAsync(paper);
        page.Url.ShouldEndWith("/result");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Đã hết giờ, bài được nộp tự động" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Đáp án và giải thích" })).ToBeVisibleAsync();
        await Expect(page.Locator(".review > li")).ToHaveCountAsync(PaperScreen.Length);
        await Expect(page.Locator(".review .chip", new() { HasText = "Bỏ trống" })).ToHaveCountAsync(PaperScreen.Length - 2);
    }

    private static async Task ShouldBeOfficialAsync(IPage page)
    {
        var official = page.GetByText("✓ Chính thức");
        for (var tries = 0; tries < 20; tries++)
        {
            await page.GotoAsync($"{DemoSite.Home}/standings?round={Round}");
            if (await official.CountAsync() > 0)
            {
                break;
            }

            await Task.Delay(1_000);
        }

        await Expect(official.First).ToBeVisibleAsync();
        await Expect(page.Locator("#main")).ToContainTextAsync("Nguyễn Thị Thanh Huyền");
    }
}
