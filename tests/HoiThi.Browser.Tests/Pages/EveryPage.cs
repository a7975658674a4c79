using HoiThi.Browser.Tests.Harness;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>Every page of the site, in every state that looks different.</summary>
internal static class EveryPage
{
    private const string Home = DemoSite.Home;

    public static IReadOnlyList<SitePage> All { get; } =
    [
        At("site-home", "/"),
        At("contest-home", Home),
        At("rules", Home + "/pages/rules"),
        At("not-found", "/nowhere", 404),
        At("not-found-in-contest", Home + "/nowhere", 404),

        At("join", Home + "/join?round=2"),
        At("join-returning", Home + "/join?way=return&round=2"),
        new("join-unit-picker", (visitor, _) => PickUnitAsync(visitor, "luu tru")),
        new("join-unit-picker-none", (visitor, _) => PickUnitAsync(visitor, "khong co")),
        new("join-errors", (visitor, _) => SendAsync(visitor, "/join"), 422),
        new("join-returning-errors", (visitor, _) => SendAsync(visitor, "/join?way=return"), 422),
        Joined("joined", visitor => visitor.GoAsync(Home + "/joined")),

        At("round-open", Home + "/rounds/2"),
        At("round-coming", Home + "/rounds/3"),
        At("round-closed", Home + "/rounds/1"),
        Joined("round-ready", visitor => visitor.GoAsync(Home + "/rounds/2")),
        Started("round-in-progress", (visitor, _) => visitor.GoAsync(Home + "/rounds/2")),
        new("round-used-up", (visitor, _) => UseUpAsync(visitor)),

        Started("paper", AnswerAsync),
        Started("paper-last", (visitor, paper) => LookAtAsync(visitor, paper, screen => screen.Palette.Last.ClickAsync())),
        Started("paper-all", (visitor, paper) => LookAtAsync(visitor, paper, screen => screen.Page.Locator(".paper-view").ClickAsync())),
        Started("paper-dialog", (visitor, paper) => LookAtAsync(visitor, paper, screen => screen.Submit.ClickAsync())),
        Started("paper-plain", PlainAsync),
        Started("result", ResultAsync),
        new("result-after-closing", ReviewAsync),

        At("standings-week-1", Home + "/standings?round=1"),
        At("standings-week-2", Home + "/standings?round=2"),
        At("standings-page-2", Home + "/standings?round=1&page=2"),
        At("standings-contest", Home + "/standings?round=0"),
        At("standings-search-none", Home + "/standings?round=1&q=kh%C3%B4ng+c%C3%B3+ai"),

        At("participation", Home + "/participation"),
        At("participation-week-1", Home + "/participation?round=1"),
        At("participation-unit", Home + "/participation?round=1&unit=so-noi-vu"),
        At("participation-district", Home + "/participation?round=2&unit=ngo-quyen"),
        At("participation-block", Home + "/participation?round=1&block=central&sort=name"),
        At("participation-search", Home + "/participation?round=1&q=nong+nghiep"),
        At("participation-search-none", Home + "/participation?round=1&q=xyz"),
    ];

    private static SitePage At(string name, string path, int status = 200) =>
        new(name, async (visitor, _) => (await visitor.GoAsync(path)).ShouldBe(status), status);

    private static SitePage Joined(string name, Func<Visitor, Task> open) => new(name, async (visitor, _) =>
    {
        await visitor.RegisterAsync();
        await open(visitor);
    });

    private static SitePage Started(string name, Func<Visitor, string, Task> open) =>
        new(name, async (visitor, _) => await open(visitor, await visitor.StartAsync()));

    private static async Task PickUnitAsync(Visitor visitor, string typed)
    {
        await visitor.GoAsync(Home + "/join");
        await visitor.Page.Locator("#field-unit").FillAsync(typed);
        await visitor.Page.Locator("#field-unit-list").WaitForAsync();
    }

    private static async Task SendAsync(Visitor visitor, string form)
    {
        await visitor.GoAsync(Home + form);
        await visitor.Page.Locator("form.card button[type=submit]").ClickAsync();
        await visitor.Page.Locator("#errors").WaitForAsync();
    }

    private static async Task UseUpAsync(Visitor visitor)
    {
        await visitor.SubmitAsync(await visitor.StartAsync());
        await visitor.SubmitAsync(await visitor.StartAgainAsync());
        await visitor.GoAsync(Home + "/rounds/2");
    }

    private static Task AnswerAsync(Visitor visitor, string paper) => LookAtAsync(visitor, paper, async screen =>
    {
        await screen.AnswerAsync(1..8);
        await screen.Page.Locator("#q7 .flag").ClickAsync();
        await PaperScreen.Expect(screen.State).ToHaveAttributeAsync("data-state", "idle");
    });

    private static async Task LookAtAsync(Visitor visitor, string paper, Func<PaperScreen, Task> look)
    {
        await visitor.GoAsync(paper);
        await look(await new PaperScreen(visitor.Page).ReadyAsync());
    }

    /// <summary>As where the paper's script does not arrive; axe itself needs scripts.</summary>
    private static async Task PlainAsync(Visitor visitor, string paper)
    {
        await visitor.Context.RouteAsync("**/paper-*.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await visitor.GoAsync(paper);
    }

    private static async Task ResultAsync(Visitor visitor, string paper)
    {
        await visitor.SubmitAsync(paper);
        await visitor.GoAsync(paper + "/result");
    }

    /// <summary>One of the demo's people looks at week 1, which is over: answers and explanations are open.</summary>
    private static async Task ReviewAsync(Visitor visitor, DemoSite demo)
    {
        var attempt = await demo.Server.Stored.AnyAttemptAsync(round: 1);
        await visitor.BecomeAsync(demo.DataFolder, attempt);
        await visitor.GoAsync($"/attempts/{attempt}/result");
    }
}
