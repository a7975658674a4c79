using System.Collections.Concurrent;
using HoiThi.Core.Attempts;
using HoiThi.Server.Security;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>
/// Somebody with a browser of their own: cookies, tabs, local storage. Whatever goes wrong in the browser while they
/// look around is noted.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string Aborted = "net::ERR_ABORTED";
    private readonly ConcurrentQueue<string> troubles = new();
    private readonly Uri site;

    private Visitor(IBrowserContext context, Uri site)
    {
        Context = context;
        this.site = site;
    }

    public IBrowserContext Context { get; }

    /// <summary>The first tab.</summary>
    public IPage Page { get; private set; } = null!;

    public static Task<Visitor> ComeAsync(Chromium chromium, ServerProcess server, Screen screen, bool script = true) =>
        ComeAsync(chromium, server.Address, screen, script);

    public static async Task<Visitor> ComeAsync(Chromium chromium, Uri site, Screen screen, bool script = true)
    {
        var options = screen.Context(site);
        options.JavaScriptEnabled = script;
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        var visitor = new Visitor(context, site);
        context.Console += (_, message) => visitor.Note(message.Type == "error", $"console: {message.Text} ({message.Location})");
        context.WebError += (_, error) => visitor.Note(true, $"script: {error.Error}");
        context.Request += (_, request) => visitor.Note(!visitor.Ours(request.Url), $"a request to another host: {request.Url}");
        context.RequestFailed += (_, request) => visitor.Note(request.Failure != Aborted, $"{request.Failure}: {request.Method} {request.Url}");
        context.Response += (_, response) => visitor.Note(response.Status >= 400, $"{response.Status}: {response.Request.Method} {response.Url}");
        visitor.Page = await context.NewPageAsync();
        return visitor;
    }

    /// <summary>Opens an address of the site in the first tab.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Signs in as a contestant of the demo, who has no browser to come back with.</summary>
    public async Task BecomeAsync(string dataFolder, AttemptId attempt)
    {
        using var secrets = KeyFile.Load(dataFolder);
        await Context.AddCookiesAsync(
        [
            new Cookie
            {
                Name = ContestantSession.Name(attempt.Contest),
                Value = new ContestantSession(secrets, TimeProvider.System).Token(attempt.Contest, attempt.Contestant),
                Url = site.AbsoluteUri,
            },
        ]);
    }

    /// <summary>
    /// No error in a console, no failed request, nothing asked of another host. A page that is answered with
    /// <paramref name="status"/> by intent is none.
    /// </summary>
    public void ShouldHaveNoTrouble(int status = 200) => troubles
        .Where(trouble => status < 400 || !(trouble.StartsWith($"{status}: ", StringComparison.Ordinal)
            || trouble.Contains($"the server responded with a status of {status}", StringComparison.Ordinal)))
        .ShouldBeEmpty();

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private bool Ours(string url) =>
        new Uri(url) is var asked && (asked.Authority == site.Authority || asked.Scheme is "data" or "blob" or "about");

    private void Note(bool trouble, string what)
    {
        if (trouble)
        {
            troubles.Enqueue(what);
        }
    }
}
