using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>What holds for every page, on a phone and a desktop, in light and dark.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoSite demo)
{
    // Off in axe by default; WCAG 2.2 (2.5.8) asks for it.
    private static readonly AxeRunOptions Rules = new()
    {
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

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
            await ShouldFitAsync(visitor.Page, look.Screen);
            Findings(await visitor.Page.RunAxe(Rules)).ShouldBeEmpty($"{name}, {look}");
        }

        await Screen.Smallest.PutOnAsync(visitor.Page);
        await ShouldFitAsync(visitor.Page, Screen.Smallest);
    }

    /// <summary>Nothing is wider than the screen; if something is, it is named.</summary>
    private static async Task ShouldFitAsync(IPage page, Screen screen)
    {
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > screen.Width)
        {
            var wide = await page.EvaluateAsync<string[]>(
                """
                width => Array.from(document.body.querySelectorAll('*'))
                  .filter(element => element.getBoundingClientRect().right > width + 1)
                  .map(element => element.tagName.toLowerCase() + '.' + element.className + ': ' + (element.textContent || '').trim().slice(0, 60)).slice(0, 5)
                """,
                screen.Width);
            wide.ShouldBeEmpty($"The page is {width} px wide on {screen.Width} px.");
        }
    }

    private static string[] Findings(AxeResult result) =>
    [
        .. result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"{violation.Id}: {node.Target} {node.Html[..Math.Min(200, node.Html.Length)]}\n"
            + string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message)))),
    ];
}
