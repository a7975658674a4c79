using HoiThi.Browser.Tests.Harness;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>Two windows, or a second tap, never cost an attempt or an answer.</summary>
public sealed class TwoTabsTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task Two_tabs_are_one_attempt_and_the_last_answer_of_a_question_wins()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await visitor.RegisterAsync();
        var other = await visitor.Context.NewPageAsync();

        // Both stand on the round's page; the second start finds the first's attempt.
        await visitor.GoAsync(DemoSite.Home + "/rounds/2");
        await other.GotoAsync(DemoSite.Home + "/rounds/2");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();
        var first = await new PaperScreen(visitor.Page).ReadyAsync();
        var second = await new PaperScreen(other).ReadyAsync();
        other.Url.ShouldBe(visitor.Page.Url);

        // What is ticked in one shows in the other at once.
        var questions = await PaperScreen.SinglesAsync(other);
        var (one, two) = (questions[0], questions[1]);
        await first.AnswerAsync(one, 0);
        await Expect(second.Choice(one, 0).Locator("input")).ToBeCheckedAsync();
        await second.AnswerAsync(one, 1);
        await second.AnswerAsync(two, 1);
        await Expect(first.Choice(one, 1).Locator("input")).ToBeCheckedAsync();
        await Expect(first.Choice(one, 0).Locator("input")).Not.ToBeCheckedAsync();
        await first.AnswerAsync(two, 0);
        await first.ShouldHaveSavedAsync(2);
        await second.ShouldHaveSavedAsync(2);
        var saved = (await demo.Server.Stored.AttemptAtAsync(other.Url)).Answers;
        saved.MaskAt(one - 1).ShouldBe((byte)2);
        saved.MaskAt(two - 1).ShouldBe((byte)1);

        // Submitting in one is seen in the other.
        await first.SubmitAsync();
        await PaperScreen.ShouldBecomeResultAsync(other);
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Đã nộp bài" })).ToBeVisibleAsync();
        var id = StoredData.IdIn(other.Url);
        (await demo.Server.Stored.AttemptsAsync(id.Contestant, id.Round)).ShouldHaveSingleItem().State.ShouldBe(AttemptState.Submitted);
        visitor.ShouldHaveNoTrouble();
    }

    [Fact]
    public async Task A_double_click_on_start_and_on_submit_does_what_one_does()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.RegisterAsync();
        await visitor.GoAsync(DemoSite.Home + "/rounds/2");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).DblClickAsync();
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.AnswerAsync(1..3);
        await paper.Submit.DblClickAsync();
        await paper.Dialog.Locator("[data-ask-submit]").DblClickAsync();
        await PaperScreen.ShouldBecomeResultAsync(visitor.Page);

        // Back and again: the paper that is over leads to its result, whatever is sent to it.
        var address = visitor.Page.Url;
        await visitor.SubmitAsync(address[..address.LastIndexOf('/')]);
        await visitor.GoAsync(address[..address.LastIndexOf('/')]);
        visitor.Page.Url.ShouldBe(address);
        var id = StoredData.IdIn(address);
        var attempt = (await demo.Server.Stored.AttemptsAsync(id.Contestant, id.Round)).ShouldHaveSingleItem();
        paper.ShouldBeIn(attempt.Answers);
        await visitor.GoAsync(DemoSite.Home + "/rounds/2");
        await Expect(visitor.Page.Locator("#main")).ToContainTextAsync("Còn 1 lượt trong đợt");
    }

    [Fact]
    public async Task A_form_sent_twice_registers_once_and_shows_the_same_code()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone, script: false);
        await visitor.GoAsync(DemoSite.Home + "/join");
        var join = new JoinForm(visitor.Page);
        await join.FillAsync(Person.Another());
        await join.Unit.SelectOptionAsync(new SelectOptionValue { Label = "Chi cục Văn thư - Lưu trữ" });
        var sent = await visitor.Page.Locator("form.card").EvaluateAsync<string>("form => new URLSearchParams(new FormData(form)).toString()");
        var code = await join.SendAsync();

        await visitor.Context.APIRequest.PostAsync(DemoSite.Home + "/join", new()
        {
            Data = sent,
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = "application/x-www-form-urlencoded" },
        });
        await visitor.GoAsync(DemoSite.Home + "/joined");
        await Expect(visitor.Page.Locator("p.code")).ToHaveTextAsync(code);
    }
}
