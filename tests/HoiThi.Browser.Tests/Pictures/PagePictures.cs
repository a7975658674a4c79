using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;

namespace HoiThi.Browser.Tests.Pictures;

/// <summary>
/// Pictures of every page for people to look at: HOITHI_PICTURES=/tmp/pictures, and HOITHI_PICTURES_OF=paper for those
/// whose name begins so.
/// </summary>
public sealed class PagePictures(Chromium chromium, DemoSite demo)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HOITHI_PICTURES");
    private static readonly string Of = Environment.GetEnvironmentVariable("HOITHI_PICTURES_OF") ?? "";

    [Fact]
    public async Task Every_page_is_pictured()
    {
        Assert.SkipWhen(Folder is null, "HOITHI_PICTURES names no folder.");
        foreach (var page in EveryPage.All.Where(page => page.Name.StartsWith(Of, StringComparison.Ordinal)))
        {
            await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
            await page.Open(visitor, demo);
            foreach (var look in Look.All)
            {
                await look.PutOnAsync(visitor.Page);
                // A dialog stands before the screen, not before the page.
                var whole = page.Name != "paper-dialog";
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{page.Name}-{look}.png"), FullPage = whole });
            }
        }
    }
}
