using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>Nothing needs a mouse, and one always sees where one is.</summary>
public sealed class KeyboardTests(Chromium chromium, DemoSite demo)
{
    [Fact]
    public async Task A_paper_is_taken_by_keyboard_only()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await visitor.RegisterAsync();
        await visitor.GoAsync(DemoSite.Home + "/rounds/2");
        var page = visitor.Page;
        await TabToAsync(page, "form[action$=attempts] button");
        await page.Keyboard.PressAsync("Enter");
        var paper = await new PaperScreen(page).ReadyAsync();
        for (var question = 1; question <= PaperScreen.Length; question++)
        {
            await TabToAsync(page, $"#q{question} input");
            await page.Keyboard.PressAsync("Space");
            await Expect(paper.Choice(question, 0).Locator("input")).ToBeCheckedAsync();
            await TabToAsync(page, "[data-next]");
            await page.Keyboard.PressAsync("Enter");
        }

        await TabToAsync(page, "#prediction");
        await page.Keyboard.TypeAsync("250");
        await TabToAsync(page, "[data-submit]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(paper.Dialog).ToContainTextAsync("Đã trả lời tất cả các câu.");

        // Escape goes back to where one was.
        await page.Keyboard.PressAsync("Escape");
        await Expect(paper.Submit).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "[data-ask-submit]");
        await page.Keyboard.PressAsync("Enter");
        await PaperScreen.ShouldBecomeResultAsync(page);
        var stored = (await demo.Server.Stored.AttemptAtAsync(page.Url)).Answers;
        stored.Answered.ShouldBe(PaperScreen.Length);
        stored.Prediction.ShouldBe(250);
    }

    [Fact]
    public async Task A_unit_is_chosen_by_typing_and_arrows()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await visitor.GoAsync(DemoSite.Home + "/join");
        var unit = new JoinForm(visitor.Page).Unit;
        await TabToAsync(visitor.Page, "#field-unit");
        await visitor.Page.Keyboard.TypeAsync("may to");
        await Expect(unit).ToHaveAttributeAsync("aria-expanded", "true");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(unit).ToHaveAttributeAsync("aria-expanded", "false");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(unit).ToHaveValueAsync("UBND phường Máy Tơ");
        (await visitor.Page.Locator("select[name=unit]").InputValueAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_menu_on_a_phone_opens_with_enter_and_closes_with_escape()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        await visitor.GoAsync(DemoSite.Home);
        var page = visitor.Page;
        var rules = page.Locator("details.menu").GetByRole(AriaRole.Link, new() { Name = "Thể lệ" });
        await TabToAsync(page, "details.menu summary");
        await page.Keyboard.PressAsync("Enter");
        await Expect(rules).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(rules).ToBeHiddenAsync();
        await Expect(page.Locator("details.menu summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_menu_to_the_content()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await visitor.GoAsync(DemoSite.Home);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Đến nội dung chính" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#main")).ToBeFocusedAsync();
    }

    /// <summary>Presses Tab until something matching <paramref name="selector"/> has the focus; every stop on the way shows that it has it.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stops = 0; stops < 80; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<Stop>(
                """
                selector => {
                  const element = document.activeElement;
                  const box = element.closest('label') ?? element;
                  const seen = [element, box].some(each => {
                    const style = getComputedStyle(each);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
                  });
                  return { there: element.matches(selector), seen: seen || element === document.body, what: element.outerHTML.slice(0, 120) };
                }
                """,
                selector);
            stop.Seen.ShouldBeTrue($"The focus cannot be seen on {stop.What}");
            if (stop.There)
            {
                return;
            }
        }

        throw new Xunit.Sdk.XunitException($"{selector} is not to be reached by Tab.");
    }

    private sealed class Stop
    {
        public bool There { get; set; }

        public bool Seen { get; set; }

        public string What { get; set; } = "";
    }
}
