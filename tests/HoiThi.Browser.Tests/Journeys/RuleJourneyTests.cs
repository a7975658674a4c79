using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>Papers that are not as the demo's: written answers, one question after another, everybody together.</summary>
public sealed class RuleJourneyTests(Chromium chromium)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOITHI_PICTURES");

    [Fact]
    public async Task Numbers_essays_seconds_and_a_waiting_room()
    {
        var opens = new DateTimeOffset(((DateTimeOffset.UtcNow.AddSeconds(75).Ticks / TimeSpan.TicksPerMinute) + 1) * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        using var data = new TemporaryFolder();
        using var contest = RulesContest.Folder(opens);
        await ServerProcess.RunAsync("contest", "import", contest.Path, "--data", data.Path);
        await using var server = await ServerProcess.StartAsync(data.Path);
        await using var visitor = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        await visitor.Context.AddCookiesAsync(await JoinAsync(server));
        var page = visitor.Page;
        await WriteAsync(visitor, page);

        // The waiting room, until the sitting begins by itself.
        await page.GotoAsync($"{DemoSite.Home}/rounds/{RulesContest.Live}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Phòng chờ" })).ToBeVisibleAsync();
        await PictureAsync(page, "waiting");
        await Expect(page.Locator("form.timed.running")).ToBeVisibleAsync(new() { Timeout = 150_000 });
        await Expect(page.Locator("fieldset.question")).ToHaveCountAsync(1);
        await PictureAsync(page, "timed");
        for (var question = 1; question <= 4; question++)
        {
            await Expect(page.Locator($"#q{question}")).ToBeVisibleAsync(new() { Timeout = 15_000 });
            if (question == 2)
            {
                await page.Locator("#q2 .choice").First.ClickAsync();
                await Expect(page.Locator("[data-state]")).ToHaveTextAsync("✓ Đã lưu câu này");
            }
        }

        // After the last question it is submitted without a press.
        await PaperScreen.ShouldBecomeResultAsync(page);
        var stored = await server.Stored.AttemptAtAsync(page.Url);
        stored.Answers.Answered.ShouldBe(1);
        stored.Answers.MaskAt(1).ShouldBe((byte)1);
        visitor.ShouldHaveNoTrouble();
    }

    private static async Task WriteAsync(Visitor visitor, IPage page)
    {
        await visitor.GoAsync($"{DemoSite.Home}/rounds/{RulesContest.Written}");
        await PictureAsync(page, "round");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();
        await page.Locator("form.paper.live").WaitForAsync();
        await page.Locator(".palette button").Nth(1).ClickAsync();
        await PictureAsync(page, "several");
        await page.Locator(".palette button").Nth(2).ClickAsync();
        await page.Locator("[name=t3]").FillAsync("1.234");
        (await page.Locator("[name=t3]").EvaluateAsync<bool>("field => field.validity.valid")).ShouldBeFalse("it could be two numbers");
        await page.Locator("[name=t3]").FillAsync("2,5");
        await PictureAsync(page, "number");
        await page.Locator(".palette button").Nth(3).ClickAsync();
        await page.Locator("[name=t4]").FillAsync("Một cửa liên thông, trả kết quả qua bưu chính công ích.\nMỗi hồ sơ có mã để tra cứu.");
        await Expect(page.Locator("#q4 [data-words] b")).ToHaveTextAsync("20");
        await Expect(page.Locator("[data-state]")).ToHaveTextAsync("✓ Đã lưu 2/4 câu", new() { Timeout = 20_000 });
        await PictureAsync(page, "essay");
        await page.ReloadAsync();
        await page.Locator("form.paper.live").WaitForAsync();
        await Expect(page.Locator("[name=t3]")).ToHaveValueAsync("2,5");
        await Expect(page.Locator("[name=t4]")).ToHaveValueAsync("Một cửa liên thông, trả kết quả qua bưu chính công ích.\nMỗi hồ sơ có mã để tra cứu.");
        await Expect(page.Locator("[data-state]")).ToHaveTextAsync("✓ Đã lưu 2/4 câu");

        await page.Locator("[data-submit]").ClickAsync();
        await Expect(page.Locator("[data-ask]")).ToContainTextAsync("Còn 2 câu chưa trả lời: 1, 2.");
        await page.Locator("dialog.ask [data-ask-submit]").ClickAsync();
        await PaperScreen.ShouldBecomeResultAsync(page);
        await Expect(page.Locator("#main")).ToContainTextAsync("Còn 1 câu tự luận chờ chấm");
        await PictureAsync(page, "result");
        await page.Locator("#prediction").FillAsync("1500");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi dự đoán" }).ClickAsync();
        await Expect(page.Locator("#main")).ToContainTextAsync("1.500");
    }

    /// <summary>Registers without a script, which is the shortest way.</summary>
    /// <returns>The cookies of who has registered.</returns>
    private async Task<Cookie[]> JoinAsync(ServerProcess server)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, server, Screen.Phone, script: false);
        await visitor.GoAsync($"{DemoSite.Home}/join?round=1");
        var join = new JoinForm(visitor.Page);
        await join.FillAsync(Person.Another());
        await join.Unit.SelectOptionAsync(new SelectOptionValue { Label = "Chi cục Văn thư - Lưu trữ" });
        await join.SendAsync();
        var cookies = await visitor.Context.CookiesAsync();
        return [.. cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path })];
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is null)
        {
            return;
        }

        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            await screen.PutOnAsync(page);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"rules-{name}-{screen.Width}.png"), FullPage = true });
        }
    }
}
