using HoiThi.Browser.Tests.Harness;
using HoiThi.Formats.Banks;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>The questions of the contest: from Word into the bank, by another pair of eyes, into the sealed set, onto a phone.</summary>
public sealed partial class EmptySiteTests
{
    private const string Bank = Contest + "/questions";
    private const int PaperLength = 10;

    /// <summary>All of the hundred are read right and taken.</summary>
    private async Task ImportAsync(Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Bank + "/import");
        await page.GetByLabel("Tệp câu hỏi").SetInputFilesAsync(ClerksBank.Document());
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc tệp" }).ClickAsync();
        await PaperScreen.Expect(page.Locator(".tiles .figure b")).ToHaveTextAsync(["100", "100", "0", "0"]);
        await look.AtAsync(clerk, "setup-questions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập 100 câu hợp lệ" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã nhập 100 câu vào ngân hàng");

        await look.GoAsync(clerk, Bank + "/topics", "setup-topics");
        foreach (var (topic, count) in ClerksBank.Chapters)
        {
            await PaperScreen.Expect(page.Locator("tr", new() { HasText = topic }).Locator("td.num").Nth(1)).ToHaveTextAsync($"0 / {count}");
        }

        await page.GotoAsync(Bank);
        await page.GetByText("Xuất 100 câu đang lọc").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync());
        var exported = BankFile.Read(await File.ReadAllBytesAsync(await download.PathAsync()), "ngan-hang.xlsx");
        exported.Questions.Select(read => ClerksBank.Meaning(read.Question)).ShouldBe(ClerksBank.Questions.Select(ClerksBank.Meaning), ignoreOrder: true);
    }

    /// <summary>Who brought the questions in does not approve them; a colleague who is invited does.</summary>
    private async Task ApproveAsync(ServerProcess server, Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Contest + "/people");
        await page.GetByLabel("Họ và tên").FillAsync("Hoàng Thị Phương Thảo");
        await page.GetByLabel("Email").FillAsync("thao@thu.vn");
        await page.Locator("#role-QuestionEditor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi lời mời" }).ClickAsync();
        await using var editor = await Colleague.ComeAsync(chromium, server, Screen.Desktop);
        await editor.AcceptAsync(await page.Locator("#link").InnerTextAsync(), "Hoàng Thị Phương Thảo", Password);
        await editor.SetUpAppAsync();

        await AllAsync(clerk.Page, "Draft", "review", "chính bạn viết");
        await AllAsync(editor.Page, "Draft", "review", "Đã đánh dấu rà soát 50 câu");
        await AllAsync(editor.Page, "Draft", "review", "Đã đánh dấu rà soát 50 câu");
        await AllAsync(editor.Page, "Reviewed", "approve", "Đã duyệt 50 câu");
        await AllAsync(editor.Page, "Reviewed", "approve", "Đã duyệt 50 câu");
        await look.GoAsync(editor, Bank, "setup-bank");
    }

    private static async Task AllAsync(IPage page, string state, string act, string outcome)
    {
        await page.GotoAsync($"{Bank}?state={state}");
        await page.Locator("[data-check-all]").CheckAsync();
        await page.Locator($"button[value='{act}']").ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(outcome);
    }

    /// <summary>The matrix of week 1, ten papers to look at, the hash.</summary>
    private async Task SealAsync(Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Contest + "/rounds/1/sealing");
        foreach (var ((topic, _), count) in ClerksBank.Chapters.Zip([4, 3, 3]))
        {
            await page.GetByLabel($"{topic}, Bất kỳ: số câu").FillAsync($"{count}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra và xem thử" }).ClickAsync();
        await page.GetByLabel("Căn cứ").FillAsync("Biên bản họp tổ ra đề ngày 20/02/2031");
        await look.AtAsync(clerk, "setup-sealing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Niêm phong", Exact = true }).ClickAsync();
        await PaperScreen.Expect(page.Locator(".sealed-set code")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f]{64}$"));
        await look.AtAsync(clerk, "setup-sealed");
    }

    /// <summary>Somebody who has learnt everything joins on a phone and has every answer right.</summary>
    private async Task TakeAsync(ServerProcess server)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        var page = visitor.Page;
        await visitor.GoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Vào thi tuần 1" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Đăng ký để vào thi" }).ClickAsync();
        var (person, join) = (Person.Another(), new JoinForm(page));
        await page.GetByLabel("Họ và tên").FillAsync(person.Name);
        await page.GetByLabel("Số căn cước công dân").FillAsync(person.CitizenId);
        await page.GetByLabel("Số điện thoại").FillAsync(person.Phone);
        await join.Unit.FillAsync("vinh bao trung 32");
        await page.GetByRole(AriaRole.Option, new() { Name = "UBND xã Vĩnh Bảo Trung 32" }).ClickAsync();
        await page.Locator("#field-consent").CheckAsync();
        await join.SendAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi đã ghi lại mã, vào tuần 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" }).ClickAsync();

        var paper = await new PaperScreen(page).ReadyAsync();
        (await paper.Palette.CountAsync()).ShouldBe(PaperLength);
        for (var number = 1; number <= PaperLength; number++)
        {
            await paper.Palette.Nth(number - 1).ClickAsync();
            var shown = await page.Locator($"#q{number}").InnerTextAsync();
            var known = ClerksBank.Questions.Where(question => shown.Contains(BankText.Clean(question.Text.Vi), StringComparison.Ordinal)).MaxBy(question => question.Text.Vi.Length)!;
            foreach (var right in known.Choices.Where(choice => choice.Right))
            {
                await page.Locator($"#q{number} .choice").GetByText(BankText.Clean(right.Text.Vi), new() { Exact = true }).ClickAsync();
            }
        }

        await paper.SubmitAsync();
        await PaperScreen.Expect(page.Locator(".figure.score b")).ToHaveTextAsync($"{PaperLength}/{PaperLength}");
        visitor.ShouldHaveNoTrouble();
    }
}
