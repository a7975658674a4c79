using HoiThi.Browser.Tests.Harness;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>
/// Looks at pages of the console, on a desktop and a phone: nothing is wider than the screen or upon another, and
/// everybody can use it. The guide gets its pictures.
/// </summary>
/// <param name="inGuide">Pages that the guide shows, by the names of their pictures.</param>
internal sealed class ConsoleLook(params string[] inGuide)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HOITHI_PICTURES");
    private static readonly bool Guide = Environment.GetEnvironmentVariable("HOITHI_SCREENSHOTS") == "1";

    /// <summary>What is wrong with how pages look; said at the end, all of it at once.</summary>
    public List<string> Wrong { get; } = [];

    public async Task GoAsync(Colleague colleague, string path, string name)
    {
        (await colleague.Page.GotoAsync(path))!.Status.ShouldBe(200, path);
        await AtAsync(colleague, name);
    }

    public async Task AtAsync(Colleague colleague, string name)
    {
        var page = colleague.Page;
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            await screen.PutOnAsync(page);
            if (Pictures is not null)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{screen.Width}.png"), FullPage = true });
            }

            if (Guide && screen == Screen.Desktop && inGuide.Contains(name))
            {
                var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "docs", "images", name + ".png") });
                picture.Length.ShouldBeLessThan(250_000, name);
            }

            try
            {
                await PageFit.ShouldFitAsync(page, screen);
            }
            catch (ShouldAssertException misfit)
            {
                Wrong.Add($"{name}, {screen.Name}: {misfit.Message}");
            }

            Wrong.AddRange((await Accessibility.FindingsAsync(page)).Select(finding => $"{name}, {screen.Name}: {finding}"));
        }
    }
}
