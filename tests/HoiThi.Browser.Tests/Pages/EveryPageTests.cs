using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>What holds for every page, on a phone and a desktop, in light and dark.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoSite demo)
{
    public static TheoryData<string> Names => [.. EveryPage.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_is_accessible_fits_its_screen_and_loads_without_trouble(string name)
    {
        var page = EveryPage.All.Single(each => each.Name == name);
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await page.Open(visitor, demo);
        visitor.ShouldHaveNoTrouble(page.Status);
        foreach (var look in Look.All)
        {
            await look.PutOnAsync(visitor.Page);
            await PageFit.ShouldFitAsync(visitor.Page, look.Screen);
            await ShowAllAsync(visitor.Page, look.Screen);
            (await Accessibility.FindingsAsync(visitor.Page, coloursOnly: look.Scheme == ColorScheme.Dark)).ShouldBeEmpty($"{name}, {look}");
        }

        await Screen.Smallest.PutOnAsync(visitor.Page);
        await PageFit.ShouldFitAsync(visitor.Page, Screen.Smallest);
    }

    /// <summary>The bar that stays at the foot of a paper covers what one can scroll into sight; axe does not scroll.</summary>
    private static async Task ShowAllAsync(IPage page, Screen screen)
    {
        if (await page.Locator(".paper-foot").CountAsync() > 0)
        {
            await page.SetViewportSizeAsync(screen.Width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight") + 100);
        }
    }
}
