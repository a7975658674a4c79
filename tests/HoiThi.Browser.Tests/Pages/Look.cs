using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>A screen in light or dark.</summary>
internal sealed record Look(Screen Screen, ColorScheme Scheme)
{
    /// <summary>The looks that every page is checked in.</summary>
    public static IReadOnlyList<Look> All { get; } =
    [
        new(Screen.Phone, ColorScheme.Light),
        new(Screen.Phone, ColorScheme.Dark),
        new(Screen.Desktop, ColorScheme.Dark),
        new(Screen.Desktop, ColorScheme.Light),
    ];

    public override string ToString() => $"{Screen.Name}-{(Scheme == ColorScheme.Dark ? "dark" : "light")}";

    /// <summary>Turns a page that is open into this look: quicker than opening it again, and in the same state.</summary>
    public async Task PutOnAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = Scheme });
        await Screen.PutOnAsync(page);
    }
}
