using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>What axe finds on a page.</summary>
internal static class Accessibility
{
    // Rows are made by one template: two dozen of them say what two hundred would, in a tenth of the time.
    private static readonly AxeRunContext FirstRows = new()
    {
        Exclude = [new AxeSelector("tr:nth-child(n+25)"), new AxeSelector("li:nth-child(n+25)"), new AxeSelector("option:nth-child(n+25)")],
    };

    // Off in axe by default; WCAG 2.2 (2.5.8) asks for it.
    private static readonly AxeRunOptions AllRules = new()
    {
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions RulesOfColour = new()
    {
        RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Everything that is wrong, a line each.</summary>
    /// <param name="page">The page as it is shown.</param>
    /// <param name="coloursOnly">For a look that differs from one checked before in nothing else.</param>
    public static async Task<string[]> FindingsAsync(IPage page, bool coloursOnly = false)
    {
        // The other way opens a page more for the results of frames, of which there are none; that takes longer than the rules.
#pragma warning disable CS0618 // "Legacy mode is being removed in the future."
        var result = await page.RunAxeLegacy(FirstRows, coloursOnly ? RulesOfColour : AllRules);
#pragma warning restore CS0618
        return
        [
            .. result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
                $"{violation.Id}: {node.Target} {node.Html[..Math.Min(200, node.Html.Length)]}\n"
                + string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message)))),
        ];
    }
}
