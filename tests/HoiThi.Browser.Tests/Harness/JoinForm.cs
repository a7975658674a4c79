using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The registration form of the demo as a person fills it in.</summary>
internal sealed partial class JoinForm(IPage page)
{
    public ILocator Unit => page.Locator("#field-unit");

    /// <summary>Fills in everything but the unit.</summary>
    public async Task FillAsync(Person person)
    {
        await page.GetByLabel("Họ và tên").FillAsync(person.Name);
        await page.GetByLabel("Số căn cước công dân").FillAsync(person.CitizenId);
        await page.GetByLabel("Số điện thoại").FillAsync(person.Phone);
        await page.GetByLabel("Email").First.FillAsync(person.Email);
        await page.GetByLabel("Mật khẩu hội thi").FillAsync(Person.Password);
        await page.Locator("#field-consent").CheckAsync();
    }

    /// <summary>Sends the form.</summary>
    /// <returns>The personal code that the next page shows.</returns>
    public async Task<string> SendAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký và nhận mã" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Mã cá nhân của bạn" })).ToBeVisibleAsync();
        var code = await page.Locator("p.code").InnerTextAsync();
        code.ShouldMatch(Code().ToString());
        return code;
    }

    [GeneratedRegex("^[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    private static partial Regex Code();
}
