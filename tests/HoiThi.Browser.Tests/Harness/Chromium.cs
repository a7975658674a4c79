using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>One browser for all tests; each visitor has a context of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "HOITHI_CHROMIUM";

    // The same engine without the windows and menus around it, which cost more than the pages.
    private const string HeadlessShell = "/usr/bin/chromium-headless-shell";
    private IPlaywright? playwright;

    internal IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var file = Environment.GetEnvironmentVariable(Variable) ?? (File.Exists(HeadlessShell) ? HeadlessShell : "/usr/bin/chromium");
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"{file} is not there: apt-get install chromium-headless-shell, or name another in {Variable}.", file);
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = file,
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (playwright is not null)
        {
            await Browser.DisposeAsync();
            playwright.Dispose();
        }
    }
}
