using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>A contestant comes back on another device, with citizen ID and personal code.</summary>
public sealed class ComingBackTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task Another_device_goes_on_with_the_attempt_and_both_agree()
    {
        await using var phone = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        var (person, code) = await phone.RegisterAsync();
        await phone.GoAsync(await phone.StartAgainAsync());
        var onPhone = await new PaperScreen(phone.Page).ReadyAsync();
        await onPhone.AnswerAsync(1..6);
        await onPhone.ShouldHaveSavedAsync(5);

        await using var office = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        var page = office.Page;
        await office.GoAsync(DemoSite.Home + "/join?round=2");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đã đăng ký" }).ClickAsync();
        await page.GetByLabel("Số căn cước công dân").FillAsync(person.CitizenId);
        await page.GetByLabel("Mã cá nhân").FillAsync("AAAA-AAAA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Thông tin hoặc mã cá nhân chưa đúng");
        office.ShouldHaveNoTrouble(status: 422);

        // As people type it: small letters, no hyphen, a space at the end.
        await page.GetByLabel("Mã cá nhân").FillAsync(code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() + " ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếp tục bài đang làm" }).ClickAsync();
        page.Url.ShouldBe(phone.Page.Url);
        var inOffice = await new PaperScreen(page).ReadyAsync();
        for (var question = 1; question <= 5; question++)
        {
            await Expect(inOffice.Choice(question, PaperScreen.PlaceOf(question)).Locator("input")).ToBeCheckedAsync();
        }

        // The later answer wins; the phone is told by its next save, and says so.
        var changed = (await PaperScreen.SinglesAsync(page)).First(question => question is 2 or 4);
        await inOffice.AnswerAsync(changed, 1);
        await inOffice.ShouldHaveSavedAsync(5);
        await onPhone.AnswerAsync(6);
        await Expect(onPhone.Notice).ToHaveTextAsync($"Câu {changed}: lấy theo lần chọn mới hơn ở cửa sổ hoặc máy khác.");
        await Expect(onPhone.Choice(changed, 1).Locator("input")).ToBeCheckedAsync();
        await onPhone.ShouldHaveSavedAsync(6);

        // The office submits; the phone's next save finds it over.
        await inOffice.SubmitAsync();
        await onPhone.AnswerAsync(7);
        await PaperScreen.ShouldBecomeResultAsync(phone.Page);
        var stored = await demo.Server.Stored.AttemptAtAsync(phone.Page.Url);
        stored.Answers.MaskAt(changed - 1).ShouldBe((byte)2);
        stored.Answers.Answered.ShouldBe(6);
    }

    [Fact]
    public async Task A_number_that_has_registered_tells_nothing_to_who_guesses()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        var (registered, _) = await visitor.RegisterAsync();
        await using var stranger = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        (await TryAsync(stranger.Page, registered.CitizenId)).ShouldBe(await TryAsync(stranger.Page, Person.Another().CitizenId));
    }

    [Fact]
    public async Task Who_is_signed_in_and_presses_take_part_comes_to_the_round_not_to_an_empty_form()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.RegisterAsync();
        await visitor.GoAsync(DemoSite.Home);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Vào thi tuần 2" }).First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" })).ToBeVisibleAsync();
    }

    private static async Task<string> TryAsync(IPage page, string citizenId)
    {
        await page.GotoAsync(DemoSite.Home + "/join?way=return");
        await page.GetByLabel("Số căn cước công dân").FillAsync(citizenId);
        await page.GetByLabel("Mã cá nhân").FillAsync("AAAA-AAAA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        return (await page.Locator("#main").InnerTextAsync()).Replace(citizenId, "", StringComparison.Ordinal);
    }
}
