using HoiThi.Browser.Tests.Harness;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>Everything works where no script runs.</summary>
public sealed class PlainFormTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task Week_2_is_taken_without_a_script()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone, script: false);
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tìm hiểu công tác cải cách hành chính" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vào thi tuần 2" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng ký để vào thi" }).ClickAsync();
        var join = new JoinForm(page);
        await join.FillAsync(Person.Another());
        await join.Unit.SelectOptionAsync(new SelectOptionValue { Label = "Chi cục Văn thư - Lưu trữ" });
        await join.SendAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã ghi lại mã, vào tuần 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();

        await Expect(page.Locator(".paper-plain")).ToContainTextAsync("Bài hết giờ lúc");
        await TickAsync(page, 1..8);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu bài" }).ClickAsync();
        await Expect(page.Locator("[data-state]")).ToHaveTextAsync("✓ Đã lưu 7 câu");
        await page.ReloadAsync();
        await ShouldBeTickedAsync(page, 7);

        // Another save, in which an answer is changed.
        await TickAsync(page, 8..15);
        var changed = (await PaperScreen.SinglesAsync(page)).First(question => question is 1 or 3 or 5);
        await page.Locator($"#q{changed} .choice").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu bài" }).ClickAsync();
        await Expect(page.Locator("[data-state]")).ToHaveTextAsync("✓ Đã lưu 14 câu");
        await Expect(page.Locator($"#q{changed} input").First).ToBeCheckedAsync();

        await TickAsync(page, 15..21);
        await page.Locator("#prediction").FillAsync("300");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp bài" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Đã nộp bài" })).ToBeVisibleAsync();
        await Expect(page.Locator(".figure.score")).ToContainTextAsync("/20");
        await Expect(page.Locator(".receipt")).ToBeVisibleAsync();
        visitor.ShouldHaveNoTrouble();

        var stored = await demo.Server.Stored.AttemptAtAsync(page.Url);
        stored.State.ShouldBe(AttemptState.Submitted);
        stored.Answers.Answered.ShouldBe(20);
        stored.Answers.MaskAt(changed - 1).ShouldBe((byte)1);
        stored.Answers.MaskAt(19).ShouldBe((byte)1);
        stored.Answers.Prediction.ShouldBe(300);
    }

    [Fact]
    public async Task Mistakes_in_the_form_are_named_beside_their_fields_and_what_was_typed_stays()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone, script: false);
        var page = visitor.Page;
        await visitor.GoAsync(DemoSite.Home + "/join?round=2");
        await page.GetByLabel("Họ và tên").FillAsync("Trần Văn Hùng");
        await page.GetByLabel("Số căn cước công dân").FillAsync("031085");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký và nhận mã" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12 chữ số");
        await Expect(page.GetByLabel("Họ và tên")).ToHaveValueAsync("Trần Văn Hùng");
        await Expect(page.Locator("#field-citizen-id-error")).ToContainTextAsync("bạn đã nhập 6 chữ số");
        await Expect(page.GetByLabel("Số căn cước công dân")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#field-consent-error")).ToBeVisibleAsync();

        // The summary leads to the field.
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.Locator("#field-citizen-id")).ToBeFocusedAsync();
    }

    private static async Task TickAsync(IPage page, Range questions)
    {
        for (var question = questions.Start.Value; question < questions.End.Value; question++)
        {
            await page.Locator($"#q{question} .choice").Nth(PaperScreen.PlaceOf(question)).ClickAsync();
        }
    }

    private static async Task ShouldBeTickedAsync(IPage page, int answered)
    {
        for (var question = 1; question <= answered; question++)
        {
            await Expect(page.Locator($"#q{question} input").Nth(PaperScreen.PlaceOf(question))).ToBeCheckedAsync();
        }

        (await page.Locator(".question input:checked").CountAsync()).ShouldBe(answered);
    }
}
