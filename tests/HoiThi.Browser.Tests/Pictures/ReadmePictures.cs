using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pictures;

/// <summary>The pictures of the README, taken anew by <c>HOITHI_SCREENSHOTS=1 ./test Browser</c>.</summary>
public sealed class ReadmePictures(Chromium chromium, DemoSite demo)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "docs", "images");

    private static readonly (string Page, string File, Screen Screen, ColorScheme Scheme)[] Pictures =
    [
        ("contest-home", "home-1440", Screen.Desktop, ColorScheme.Light),
        ("contest-home", "home-390", Screen.Phone, ColorScheme.Light),
        ("paper", "paper-390", Screen.Phone, ColorScheme.Light),
        ("paper", "paper-dark-390", Screen.Phone, ColorScheme.Dark),
        ("participation-week-1", "participation-1440", Screen.Desktop, ColorScheme.Light),
        ("standings-week-1", "standings-1440", Screen.Desktop, ColorScheme.Light),
    ];

    [Fact]
    public async Task The_readme_is_illustrated()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HOITHI_SCREENSHOTS") == "1", "HOITHI_SCREENSHOTS is not 1.");
        Directory.CreateDirectory(Folder);
        foreach (var (name, file, screen, scheme) in Pictures)
        {
            await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, screen);
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await EveryPage.All.Single(page => page.Name == name).Open(visitor, demo);
            var picture = await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, file + ".png") });
            picture.Length.ShouldBeLessThan(250_000, file);
        }
    }
}
