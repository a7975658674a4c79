using System.Globalization;
using HoiThi.Browser.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>The clock of the paper is the server's.</summary>
public sealed class CountdownTests(Chromium chromium, DemoSite demo)
{
    // The phone is three hours fast, and set a day back while the paper is open.
    private const string WrongClock =
        """
        (() => {
          const now = Date.now;
          window.wrong = 3 * 3600e3;
          Date.now = () => now() + window.wrong;
          window.Date = class extends Date { constructor(...given) { given.length ? super(...given) : super(now() + window.wrong); } };
          window.Date.now = Date.now;
        })()
        """;

    [Fact]
    public async Task The_phones_clock_has_no_say()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.Context.AddInitScriptAsync(WrongClock);
        await visitor.GoAsync(await visitor.StartAsync());
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        var before = await SecondsAsync(paper);
        before.ShouldBeInRange(1185, 1200);
        await visitor.Page.EvaluateAsync("window.wrong = -24 * 3600e3");
        await paper.AnswerAsync(1);
        await paper.ShouldHaveSavedAsync(1);
        (await SecondsAsync(paper)).ShouldBeInRange(before - 15, before);
        visitor.ShouldHaveNoTrouble();
    }

    [Fact]
    public async Task It_warns_at_five_minutes_and_at_one_and_submits_at_zero()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.Page.Clock.InstallAsync();
        await visitor.GoAsync(await visitor.StartAsync());
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.AnswerAsync(1..3);
        await visitor.Page.Clock.RunForAsync(10_000);
        await paper.ShouldHaveSavedAsync(2);

        await visitor.Page.Clock.FastForwardAsync("14:50");
        await Expect(paper.Notice).ToHaveTextAsync("Còn 5 phút");
        await Expect(visitor.Page.Locator("[data-clock]")).ToHaveAttributeAsync("data-low", "yes");
        await visitor.Page.Clock.FastForwardAsync("04:00");
        await Expect(paper.Notice).ToHaveTextAsync("Còn 1 phút");
        await Expect(visitor.Page.Locator("[data-clock]")).ToHaveAttributeAsync("data-low", "very");
        await visitor.Page.Clock.FastForwardAsync("01:05");
        await PaperScreen.ShouldBecomeResultAsync(visitor.Page);
        (await demo.Server.Stored.AttemptAtAsync(visitor.Page.Url)).Answers.Answered.ShouldBe(2);
    }

    private static async Task<int> SecondsAsync(PaperScreen paper)
    {
        var clock = (await paper.Clock.InnerTextAsync()).Split(':');
        return (int.Parse(clock[0], CultureInfo.InvariantCulture) * 60) + int.Parse(clock[1], CultureInfo.InvariantCulture);
    }
}
