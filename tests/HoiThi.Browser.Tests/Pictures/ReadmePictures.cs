using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;

namespace HoiThi.Browser.Tests.Pictures;

/// <summary>The pictures of the README, taken anew by <c>HOITHI_SCREENSHOTS=1 ./test Browser</c>.</summary>
public sealed class ReadmePictures(Chromium chromium, DemoSite demo)
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "docs", "images");

    private static readonly (string Page, string File, Screen Screen)[] Pictures =
    [
        ("contest-home", "home-1440", Screen.Desktop),
        ("contest-home", "home-390", Screen.Phone),
        ("paper", "paper-390", Screen.Phone),
        ("participation-week-1", "participation-1440", Screen.Desktop),
    ];

    [Fact]
    public async Task The_readme_is_illustrated()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HOITHI_SCREENSHOTS") == "1", "HOITHI_SCREENSHOTS is not 1.");
        Directory.CreateDirectory(Folder);
        foreach (var (name, file, screen) in Pictures)
        {
            await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, screen);
            await EveryPage.All.Single(page => page.Name == name).Open(visitor, demo);
            var picture = await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, file + ".png") });
            picture.Length.ShouldBeLessThan(250_000, file);
        }
    }
}
