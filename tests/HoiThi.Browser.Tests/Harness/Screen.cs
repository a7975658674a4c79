using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>What a visitor sits in front of.</summary>
internal sealed record Screen(string Name, int Width, int Height, bool Touch)
{
    public static Screen Phone { get; } = new("phone", 390, 844, Touch: true);

    public static Screen Desktop { get; } = new("desktop", 1440, 900, Touch: false);

    /// <summary>The smallest that WCAG 2.2 (1.4.10, reflow) asks for.</summary>
    public static Screen Smallest { get; } = new("320", 320, 640, Touch: true);

    public BrowserNewContextOptions Context(Uri site) => new()
    {
        BaseURL = site.AbsoluteUri,
        ViewportSize = Size,
        HasTouch = Touch,
        IsMobile = Touch,
        Locale = "vi-VN",
        // Contrast is measured on colours at rest.
        ReducedMotion = ReducedMotion.Reduce,
        ColorScheme = ColorScheme.Light,
    };

    /// <summary>Gives a page that is open this size, and waits until it is drawn so.</summary>
    public async Task PutOnAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private ViewportSize Size => new() { Width = Width, Height = Height };
}
