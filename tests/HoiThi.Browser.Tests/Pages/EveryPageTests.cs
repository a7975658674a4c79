using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>What holds for every page, on a phone and a desktop, in light and dark.</summary>
public sealed class EveryPageTests(Chromium chromium, DemoSite demo)
{
    // Off in axe by default; WCAG 2.2 (2.5.8) asks for it.
    internal static readonly AxeRunOptions AllRules = new()
    {
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    // In the dark only colours are others.
    internal static readonly AxeRunOptions RulesOfColour = new()
    {
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"),
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
            await PageFit.ShouldFitAsync(visitor.Page, look.Screen);
            await ShowAllAsync(visitor.Page, look.Screen);
            Findings(await visitor.Page.RunAxe(look.Scheme == ColorScheme.Dark ? RulesOfColour : AllRules)).ShouldBeEmpty($"{name}, {look}");
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

    internal static string[] Findings(AxeResult result) =>
    [
        .. result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"{violation.Id}: {node.Target} {node.Html[..Math.Min(200, node.Html.Length)]}\n"
            + string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message)))),
    ];
}
