using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>Boards hang on walls: on paper there is the table, dark on white, and nothing to click.</summary>
public sealed class PrintTests(Chromium chromium, DemoSite demo)
{
    [Theory]
    [InlineData("standings-week-1")]
    [InlineData("participation")]
    [InlineData("joined")]
    public async Task A_page_prints_without_what_one_clicks_and_in_dark_on_white(string name)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await EveryPage.All.Single(page => page.Name == name).Open(visitor, demo);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".topbar")).ToBeHiddenAsync();
        (await visitor.Page.Locator("button:visible").CountAsync()).ShouldBe(0);
        (await visitor.Page.Locator("body").EvaluateAsync<int>(
            "body => Number(getComputedStyle(body).color.match(/\\d+/)[0])")).ShouldBeLessThan(80);
        (await visitor.Page.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
    }
}
