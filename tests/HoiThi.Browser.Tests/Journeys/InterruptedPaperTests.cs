using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>What was ticked and not yet saved outlives the page.</summary>
public sealed class InterruptedPaperTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task Answers_given_while_nothing_could_be_reached_outlive_a_reload_and_are_sent_after_it()
    {
        // A server of its own, which is away: what a page sends while it closes passes by Playwright's lost network.
        using var data = demo.CopyOfData();
        await using var server = await ServerProcess.StartAsync(data.Path);
        await using var visitor = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        await visitor.GoAsync(await visitor.StartAsync());
        var address = visitor.Page.Url;
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.AnswerAsync(1..4);
        await paper.ShouldHaveSavedAsync(3);

        await server.StopAsync();
        await paper.AnswerAsync(4..7);
        await paper.ChangeAsync(1);
        await paper.Palette.Last.ClickAsync();
        await paper.Prediction.FillAsync("77");
        await Expect(paper.State).ToHaveTextAsync("Mất mạng, đang giữ 5 câu trên máy");
        await Should.ThrowAsync<PlaywrightException>(() => visitor.Page.ReloadAsync());
        (await server.Stored.AttemptAtAsync(address)).Answers.Answered.ShouldBe(3);

        await server.StartAgainAsync();
        await visitor.GoAsync(address);
        await paper.ReadyAsync();
        await paper.ShouldShowTicksAsync();
        await Expect(paper.Prediction).ToHaveValueAsync("77");
        await paper.ShouldHaveSavedAsync(6);
        var stored = (await server.Stored.AttemptAtAsync(address)).Answers;
        paper.ShouldBeIn(stored);
        stored.Prediction.ShouldBe(77);
        (await visitor.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('paper-') && key !== 'paper-all').length")).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_given_the_moment_before_a_reload_is_kept()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.GoAsync(await visitor.StartAsync());
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.AnswerAsync(1..3);
        await visitor.Page.ReloadAsync();
        await paper.ReadyAsync();
        await paper.ShouldShowTicksAsync();
        await paper.ShouldHaveSavedAsync(2);
        visitor.ShouldHaveNoTrouble();
    }

    [Fact]
    public async Task Questions_marked_for_review_stay_marked_and_are_named_before_submitting()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.GoAsync(await visitor.StartAsync());
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await paper.Palette.Nth(4).ClickAsync();
        await visitor.Page.Locator("#q5 .flag").ClickAsync();
        await visitor.Page.ReloadAsync();
        await paper.ReadyAsync();
        await Expect(paper.Palette.Nth(4)).ToHaveAttributeAsync("aria-label", "Câu 5, chưa trả lời, xem lại sau");
        await paper.Submit.ClickAsync();
        await Expect(paper.Dialog).ToContainTextAsync("Câu đánh dấu xem lại: 5.");
    }

    [Fact]
    public async Task Signed_out_meanwhile_the_paper_says_so_and_keeps_what_was_ticked()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.GoAsync(await visitor.StartAsync());
        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        var cookies = await visitor.Context.CookiesAsync();
        await visitor.Context.ClearCookiesAsync();
        await paper.AnswerAsync(1..3);
        await Expect(paper.State).ToContainTextAsync("Đã thoát đăng nhập; câu trả lời còn trên máy này.");
        await Expect(paper.State.GetByRole(AriaRole.Link, new() { Name = "Vào lại" })).ToBeVisibleAsync();

        await visitor.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
        }));
        await paper.AnswerAsync(3);
        await paper.ShouldHaveSavedAsync(3);
    }
}
