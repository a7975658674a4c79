using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;
using HoiThi.Core.Attempts;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>
/// The console from the first link to the audit log: an administrator with an app, an organiser with a passkey, a contest
/// that comes in as a zip, an attempt that is voided. Every page on the way is looked at, on a desktop and a phone.
/// </summary>
public sealed class ConsoleTests(Chromium chromium, DemoSite demo)
{
    private const string Password = "ba mươi năm một chặng đường";
    private const string Contest = "/manage/contests/" + DemoSite.Slug;

    /// <summary>With the pages that the guide shows.</summary>
    private readonly ConsoleLook look = new("console-contests", "console-welcome", "console-people", "console-live", "console-contestant", "console-audit");

    [Fact]
    public async Task From_the_first_link_to_the_line_in_the_audit_log()
    {
        using var data = demo.CopyOfData();
        var link = (await ServerProcess.RunAsync("people", "add", "--email", "quan.tri@thu.vn", "--data", data.Path)).Trim();
        await using var server = await ServerProcess.StartAsync(data.Path);

        await using var administrator = await Colleague.ComeAsync(chromium, server, Screen.Desktop);
        await administrator.AcceptAsync(link, "Vũ Đình Quản", Password);
        await LookAsync(administrator, "console-welcome");
        await administrator.SetUpAppAsync();
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Đã lưu, vào trang quản lý" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).First.ClickAsync();
        await LookAsync(administrator, "console-sign-in");
        await administrator.SignInAsync("quan.tri@thu.vn", Password);
        await LookAsync(administrator, "console-contests");
        await GoAsync(administrator, "/manage/new", "console-new");
        await GoAsync(administrator, "/manage/people", "console-accounts");
        await GoAsync(administrator, "/manage/account", "console-account");

        var invited = await InviteAsync(administrator);
        await using var organiser = await Colleague.ComeAsync(chromium, server, Screen.Desktop);
        await organiser.GetPasskeyDeviceAsync();
        await organiser.AcceptAsync(invited, "Hoàng Thị Phương Thảo", Password);
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo passkey" }).ClickAsync();
        await organiser.Page.Locator("[data-codes] li").First.WaitForAsync();
        (await organiser.Page.Locator("[data-codes] li").CountAsync()).ShouldBe(10);
        await organiser.Page.GetByRole(AriaRole.Link, new() { Name = "Đã lưu, vào trang quản lý" }).ClickAsync();

        // Signing in again takes the passkey and nothing else.
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).First.ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng passkey" }).ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Heading, new() { Name = "Các hội thi" }).WaitForAsync();

        await BringInAsync(organiser);
        await VoidAsync(organiser, await server.Stored.AnyAttemptAsync(round: 1));
        foreach (var (path, name) in new[] { ("", "console-overview"), ("/live", "console-live"), ("/people", "console-people"), ("/proposals", "console-proposals"), ("/texts", "console-texts"), ("/texts/rules", "console-text"), ("/contestants?q=nguyen", "console-contestants") })
        {
            await GoAsync(organiser, Contest + path, name);
        }

        await GoAsync(organiser, Contest + "/audit", "console-audit");
        var log = organiser.Page.Locator("table");
        await PaperScreen.Expect(log).ToContainTextAsync("Hủy lượt thi");
        await PaperScreen.Expect(log).ToContainTextAsync("Theo biên bản số 12");
        await PaperScreen.Expect(log).ToContainTextAsync("Nhập hồ sơ hội thi");
        (await ServerProcess.RunAsync("audit", "verify", "--data", data.Path)).ShouldContain("all whole");
        look.Wrong.ShouldBeEmpty();
    }

    private async Task<string> InviteAsync(Colleague administrator)
    {
        var page = administrator.Page;
        await page.GotoAsync(Contest + "/people");
        await page.GetByLabel("Họ và tên").FillAsync("Hoàng Thị Phương Thảo");
        await page.GetByLabel("Email").FillAsync("thao@thu.vn");
        await page.GetByLabel("Ban tổ chức").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi lời mời" }).ClickAsync();
        await LookAsync(administrator, "console-invitation");
        return await page.Locator("#link").InnerTextAsync();
    }

    /// <summary>The contest goes out as a zip and comes in again as the next version.</summary>
    private async Task BringInAsync(Colleague organiser)
    {
        var page = organiser.Page;
        await GoAsync(organiser, Contest + "/definition", "console-definition");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải hồ sơ (zip)" }).ClickAsync());
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(folder.Path, "contest.zip");
        await download.SaveAsAsync(zip);
        await page.GetByLabel("Tệp zip").SetInputFilesAsync(zip);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và nhận" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã nhận hội thi");
    }

    private async Task VoidAsync(Colleague organiser, AttemptId attempt)
    {
        var page = organiser.Page;
        await page.GotoAsync($"{Contest}/contestants?q={attempt}");
        await page.Locator("tbody th a").First.ClickAsync();
        var article = page.Locator("article", new() { HasText = "Đã nộp" }).First;
        await article.GetByText("Hủy lượt thi").First.ClickAsync();
        await article.GetByLabel("Lý do").First.FillAsync("Theo biên bản số 12 của Ban Tổ chức: nhờ người khác làm bài");
        await LookAsync(organiser, "console-contestant");
        await article.GetByRole(AriaRole.Button, new() { Name = "Hủy lượt thi" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã hủy lượt thi");
    }

    private Task GoAsync(Colleague colleague, string path, string name) => look.GoAsync(colleague, path, name);

    private Task LookAsync(Colleague colleague, string name) => look.AtAsync(colleague, name);
}
