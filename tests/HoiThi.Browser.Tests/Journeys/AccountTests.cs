using HoiThi.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>A contest with a password of one's own and two divisions to choose from, on a phone and later without script.</summary>
public sealed class AccountTests(Chromium chromium)
{
    private const string Home = "/competition/hai-phong-cchc-2023";
    private const string Password = "mật khẩu của tôi";

    [Fact]
    public async Task Somebody_joins_with_a_password_chooses_a_division_and_comes_back_with_it()
    {
        using var data = new TemporaryFolder();
        using var contest = Folder();
        await ServerProcess.RunAsync("contest", "import", contest.Path, "--data", data.Path);
        await using var server = await ServerProcess.StartAsync(data.Path);

        await using var phone = await Visitor.ComeAsync(chromium, server, Screen.Phone);
        var (page, person) = (phone.Page, Person.Another());
        await phone.GoAsync(Home + "/join?round=1");
        await new JoinForm(page).FillAsync(person);
        await page.GetByLabel("Đơn vị công tác").FillAsync("so noi vu");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByLabel("Mật khẩu riêng của bạn").FillAsync(Password);
        await page.GetByLabel("Nhập lại mật khẩu riêng").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký dự thi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Hãy chọn một bảng");
        phone.ShouldHaveNoTrouble(status: 422);

        await page.GetByLabel("Bảng người dân").CheckAsync();
        await page.GetByLabel("Mật khẩu hội thi").FillAsync(Person.Password);
        await page.GetByLabel("Mật khẩu riêng của bạn").FillAsync(Password);
        await page.GetByLabel("Nhập lại mật khẩu riêng").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký dự thi" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Chào {person.Name}" })).ToBeVisibleAsync();
        await Expect(page.Locator("p.code")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Thông tin của tôi" }).ClickAsync();
        await Expect(page.Locator(".page-head")).ToContainTextAsync("Bảng người dân");

        await using var office = await Visitor.ComeAsync(chromium, server, Screen.Desktop, script: false);
        await office.GoAsync(Home + "/join?way=return&round=1");
        await office.Page.GetByLabel("Số căn cước công dân").FillAsync(person.CitizenId);
        await office.Page.GetByLabel("Mật khẩu riêng").FillAsync(Password);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Vào thi" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu làm bài" })).ToBeVisibleAsync();
    }

    private static TemporaryFolder Folder()
    {
        var now = DateTimeOffset.UtcNow;
        var folder = ShortContest.Folder(new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(30));
        var file = Path.Combine(folder.Path, "contest.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("registration:\n", "registration:\n  method: account\n", StringComparison.Ordinal) + """

            divisions:
              - { code: can-bo, name: Bảng cán bộ, chosen: true }
              - { code: nguoi-dan, name: Bảng người dân, chosen: true }
            """.Replace("            ", "", StringComparison.Ordinal));
        return folder;
    }
}
