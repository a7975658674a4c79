using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;
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
    private readonly ConsoleLook look = new(
        "console-welcome", "console-people", "console-live", "console-contestant", "console-audit", "console-import", "console-bank",
        "console-contestants", "console-standings", "console-merge", "console-statistics", "console-key");

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
        await using var contestant = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        await contestant.GoAsync(await contestant.StartAsync());
        await new PaperScreen(contestant.Page).ReadyAsync();
        await ExtendAsync(organiser);
        var heard = PaperScreen.Expect(contestant.Page.Locator(".paper-notice")).ToHaveTextAsync("Thời gian được gia hạn thêm 15 phút.", new() { Timeout = 40_000 });
        await VoidAsync(organiser, await server.Stored.AnyAttemptAsync(round: 1));
        foreach (var (path, name) in new[]
        {
            ("", "console-overview"), ("/live", "console-live"), ("/people", "console-people"), ("/proposals", "console-proposals"), ("/texts", "console-texts"),
            ("/texts/rules", "console-text"), ("/contestants?q=nguyen", "console-contestants"), ("/standings?round=1", "console-standings"), ("/participation", "console-participation"),
            ("/rounds", "console-rounds"), ("/rounds/1", "console-round"), ("/rounds/3/sealing", "console-sealing"), ("/rounds/1/statistics", "console-statistics"),
        })
        {
            await GoAsync(organiser, Contest + path, name);
        }

        await CorrectKeyAsync(organiser);
        await QuestionsAsync(organiser);
        // Nothing was touched on the paper; it has heard of the extension by itself meanwhile.
        await heard;
        (await contestant.Page.Locator("[data-clock] b").InnerTextAsync()).ShouldStartWith("3");
        await GoAsync(organiser, Contest + "/audit", "console-audit");
        var log = organiser.Page.Locator("table");
        await PaperScreen.Expect(log).ToContainTextAsync("Hủy lượt thi");
        await PaperScreen.Expect(log).ToContainTextAsync("Theo biên bản số 12");
        await PaperScreen.Expect(log).ToContainTextAsync("Nhập hồ sơ hội thi");
        await PaperScreen.Expect(log).ToContainTextAsync("Sửa đáp án");
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

    /// <summary>Trouble with the server: everybody who sits gets a quarter of an hour.</summary>
    private static async Task ExtendAsync(Colleague organiser)
    {
        var page = organiser.Page;
        await page.GotoAsync(Contest + "/live");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gia hạn…" }).First.ClickAsync();
        await page.GetByLabel("Số phút").First.FillAsync("15");
        await page.GetByLabel("Lý do (công bố)").First.FillAsync("Mất điện tại trung tâm dữ liệu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gia hạn" }).First.ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã gia hạn");
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

        // Two registrations side by side, before they are made one.
        var first = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{Contest}/contestants?state=taken&sort=name");
        var other = await page.Locator("tbody th a").Nth(7).GetAttributeAsync("href");
        await GoAsync(organiser, $"{first}/merge?other={Uri.EscapeDataString(other!)}", "console-merge");
    }

    /// <summary>From the statistics to a question's key: what would change, then the correction, and the walk to its end.</summary>
    private async Task CorrectKeyAsync(Colleague organiser)
    {
        var page = organiser.Page;
        await page.GotoAsync(Contest + "/rounds/1/statistics");
        await page.Locator(".item-card header a").First.ClickAsync();
        await page.Locator("input[name=choice]:not(:checked)").First.CheckAsync();
        await page.GetByLabel("Đáp án khác").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem điều gì thay đổi" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Nếu quyết định" }).WaitForAsync();
        await LookAsync(organiser, "console-key");
        await page.GetByLabel("Căn cứ, lý do").FillAsync("Công văn số 215/SNV-CCHC: phương án này cũng đúng theo Nghị định mới");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa đáp án và chấm lại" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã sửa đáp án");
        await LookAsync(organiser, "console-key-corrected");
        await page.Locator("progress").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>A Word file comes into the bank; what it leaves open is answered by a tap.</summary>
    private async Task QuestionsAsync(Colleague organiser)
    {
        const string Bank = Contest + "/questions";
        var page = organiser.Page;
        await GoAsync(organiser, Bank + "/import", "console-import-file");
        await page.GetByLabel("Tệp câu hỏi").SetInputFilesAsync(ClerksFile());
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc tệp" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "bo-cau-hoi-tuan-3.docx" }).WaitForAsync();
        var preview = page.Url;
        await GoAsync(organiser, preview + "?show=all", "console-import");
        await page.GotoAsync(preview + "?show=open");
        await page.Locator(".bank-key label").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu câu trả lời" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu câu trả lời");
        await page.GetByRole(AriaRole.Button, new() { Name = "câu hợp lệ" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("vào ngân hàng");
        foreach (var (path, name) in new[] { ("", "console-bank"), ("/1", "console-question"), ("/1/edit", "console-question-edit"), ("/lint", "console-lint"), ("/topics", "console-topics") })
        {
            await GoAsync(organiser, Bank + path, name);
        }
    }

    /// <summary>The questions of the demo's third week as a clerk has them in Word, the key of the second missing.</summary>
    private static FilePayload ClerksFile()
    {
        var bank = QuestionsYaml.Read(File.ReadAllText(Path.Combine(Checkout.Demo, "questions", "tuan-3.yaml")), "tuan-3.yaml").Require();
        var open = bank with { Questions = bank.Questions.Select((question, index) => index == 1 ? question with { Choices = [.. question.Choices.Select(choice => choice with { Right = false })] } : question).ToValueList() };
        return new FilePayload { Name = "bo-cau-hoi-tuan-3.docx", MimeType = "application/octet-stream", Buffer = BankWriter.Write(open, BankFormat.Word) };
    }

    private Task GoAsync(Colleague colleague, string path, string name) => look.GoAsync(colleague, path, name);

    private Task LookAsync(Colleague colleague, string name) => look.AtAsync(colleague, name);
}
