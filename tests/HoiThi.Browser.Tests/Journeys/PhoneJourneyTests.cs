using System.Globalization;
using System.Text.RegularExpressions;
using HoiThi.Browser.Tests.Harness;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>The main job, on a phone, on the worst evening: the network goes and comes, and the server dies.</summary>
public sealed partial class PhoneJourneyTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task Week_2_is_taken_on_a_phone_through_a_lost_network_and_two_killed_servers()
    {
        using var data = demo.CopyOfData();
        await using var server = await ServerProcess.StartAsync(data.Path);
        await using var visitor = await Visitor.ComeAsync(chromium, server, Screen.Phone);

        await JoinFromHomeAsync(visitor);
        visitor.ShouldHaveNoTrouble();

        var paper = await new PaperScreen(visitor.Page).ReadyAsync();
        await Expect(paper.Clock).ToHaveTextAsync(new Regex(@"^(20:00|19:5\d)$"));
        await paper.AnswerAsync(1..7);
        await paper.ShouldHaveSavedAsync(6);

        await LoseTheNetworkAsync(visitor, paper);
        paper.ShouldBeIn((await server.Stored.AttemptAtAsync(visitor.Page.Url)).Answers);

        await KillTheServerAsync(server, paper);
        await visitor.Page.ReloadAsync();
        await paper.ReadyAsync();
        await paper.ShouldShowTicksAsync();

        await FinishAsync(paper);
        var correct = await ResultAsync(visitor);
        var result = await visitor.Page.Locator("#main").InnerTextAsync();

        await server.KillAsync();
        var stored = await server.Stored.AttemptAtAsync(visitor.Page.Url);
        stored.State.ShouldBe(AttemptState.Submitted);
        stored.Correct.ShouldBe(correct);
        stored.Answers.Prediction.ShouldBe(412);
        paper.ShouldBeIn(stored.Answers);

        await server.StartAgainAsync();
        await visitor.Page.ReloadAsync();
        (await visitor.Page.Locator("#main").InnerTextAsync()).ShouldBe(result);
    }

    private static async Task JoinFromHomeAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tìm hiểu công tác cải cách hành chính" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vào thi tuần 2" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng ký để vào thi" }).ClickAsync();

        var join = new JoinForm(page);
        await join.FillAsync(Person.Another());
        await join.Unit.FillAsync("luu tru");
        await page.GetByRole(AriaRole.Option, new() { Name = "Chi cục Văn thư - Lưu trữ" }).ClickAsync();
        await Expect(join.Unit).ToHaveValueAsync("Chi cục Văn thư - Lưu trữ");
        await join.SendAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã ghi lại mã, vào tuần 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();
    }

    private static async Task LoseTheNetworkAsync(Visitor visitor, PaperScreen paper)
    {
        var lost = Task.Delay(TimeSpan.FromSeconds(20));
        await visitor.Context.SetOfflineAsync(true);
        await paper.AnswerAsync(7..12);
        await Expect(paper.State).ToHaveTextAsync("Mất mạng, đang giữ 5 câu trên máy");

        // A changed mind is still one answer to keep.
        await paper.ChangeAsync(11);
        await paper.ChangeAsync(1);
        await Expect(paper.State).ToHaveTextAsync("Mất mạng, đang giữ 6 câu trên máy");
        await lost;
        await visitor.Context.SetOfflineAsync(false);
        await paper.ShouldHaveSavedAsync(11);
    }

    private static async Task KillTheServerAsync(ServerProcess server, PaperScreen paper)
    {
        await server.KillAsync();
        await paper.AnswerAsync(12..15);
        await Expect(paper.State).ToHaveTextAsync("Mất mạng, đang giữ 3 câu trên máy");
        await server.StartAgainAsync();
        await paper.ShouldHaveSavedAsync(14, patience: 30_000);
        paper.ShouldBeIn((await server.Stored.AttemptAtAsync(paper.Page.Url)).Answers);
    }

    private static async Task FinishAsync(PaperScreen paper)
    {
        await paper.AnswerAsync(15..19);
        await paper.Palette.Last.ClickAsync();
        await paper.Prediction.FillAsync("412");
        await paper.Submit.ClickAsync();
        await Expect(paper.Dialog).ToContainTextAsync("Còn 2 câu chưa trả lời: 19, 20.");
        await paper.Dialog.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp" }).ClickAsync();
        await paper.AnswerAsync(19);
        await paper.Submit.ClickAsync();
        await Expect(paper.Dialog).ToContainTextAsync("Còn 1 câu chưa trả lời: 20.");
        await paper.Dialog.GetByRole(AriaRole.Button, new() { Name = "Nộp bài" }).ClickAsync();
    }

    /// <summary>The result is complete.</summary>
    /// <returns>How many answers are right.</returns>
    private static async Task<int> ResultAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Đã nộp bài" })).ToBeVisibleAsync();
        await Expect(page.Locator(".place")).ToHaveTextAsync(new Regex(@"Thứ [\d.]+ trong [\d.]+ người \(tạm tính\)"));
        await Expect(page.Locator(".receipt")).ToHaveTextAsync(new Regex("([0-9A-Z]{4} ?)+"));
        await Expect(page.Locator(".figure", new() { HasText = "số dự đoán" })).ToContainTextAsync("412");
        var score = Score().Match(await page.Locator(".figure.score b").InnerTextAsync());
        score.Groups[2].Value.ShouldBe("20");
        return int.Parse(score.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(\d+)/(\d+)$")]
    private static partial Regex Score();
}
