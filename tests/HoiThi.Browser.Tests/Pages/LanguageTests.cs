using System.Text.RegularExpressions;
using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Pages;

/// <summary>Every word of ours is there in both languages; names of people and what only exists in Vietnamese stay.</summary>
public sealed partial class LanguageTests(Chromium chromium, DemoSite demo)
{
    public static TheoryData<string> Pages =>
    [
        "site-home", "contest-home", "not-found", "join", "join-returning", "join-errors", "joined", "round-open", "round-ready", "round-coming",
        "round-in-progress", "paper", "paper-dialog", "paper-plain", "result", "standings-week-1", "standings-contest", "standings-search-none",
        "participation", "participation-unit", "participation-search-none",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task In_english_no_word_of_the_screen_is_vietnamese(string name)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Desktop);
        await visitor.Context.AddCookiesAsync([new Cookie { Name = "lang", Value = "en", Url = demo.Server.Address.AbsoluteUri }]);
        var page = EveryPage.All.Single(each => each.Name == name);
        await page.Open(visitor, demo);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        var text = await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const labels = Array.from(document.querySelectorAll('[aria-label],[placeholder],[alt],[title]'))
                .flatMap(element => ['aria-label', 'placeholder', 'alt', 'title'].map(name => element.getAttribute(name)));
              // What the contest wrote in Vietnamese alone: questions; and the name of the language itself.
              document.querySelectorAll('.question-text, .choice, [lang=vi]').forEach(element => element.remove());
              return [document.title, document.body.innerText, ...labels.filter(label => label && label !== 'Tiếng Việt')].join('\n');
            }
            """);
        Vietnamese().Matches(text).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_switch_keeps_the_page_and_is_remembered()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, demo.Server, Screen.Phone);
        var page = visitor.Page;
        await visitor.GoAsync(DemoSite.Home + "/standings?round=1");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Standings", Level = 1 })).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/standings?round=1");
        await visitor.GoAsync("/");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếng Việt" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        visitor.ShouldHaveNoTrouble();
    }

    // Words of the interface, not letters with diacritics: people keep their names.
    [GeneratedRegex(
        @"\b(tuần|câu|lượt|điểm|người|đơn vị|hội thi|cuộc thi|đăng ký|thí sinh|thể lệ|bảng xếp hạng|tỷ lệ|nộp|lưu bài|còn lại|xem|tìm|khối|số liệu|chính thức|tạm tính|đã|chưa|phút|giờ|ngày|mã)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Vietnamese();
}
