using System.Globalization;
using HoiThi.Browser.Tests.Harness;
using HoiThi.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Journeys;

/// <summary>
/// From an empty site to a running contest with nothing but the console and files of an office: a template, a list of
/// units, dates, prizes, a preview, a simulation, a hundred questions from Word, a sealed week that somebody takes on a
/// phone. Every page on the way is looked at, on a desktop and a phone.
/// </summary>
public sealed partial class EmptySiteTests(Chromium chromium)
{
    private const string Password = "ba mươi năm một chặng đường";
    private const string Slug = "cchc-hai-phong-2031";
    private const string Contest = "/manage/contests/" + Slug;
    private const string Title = "Hội thi trực tuyến tìm hiểu công tác cải cách hành chính trong cán bộ, công chức thành phố Hải Phòng năm 2031";

    private readonly ConsoleLook look = new("setup-start", "setup-overview", "setup-rounds", "setup-prizes", "setup-import", "setup-preview", "setup-simulation");

    [Fact]
    public async Task A_plan_on_paper_and_a_Word_file_become_a_running_contest()
    {
        using var data = new TemporaryFolder();
        var link = (await ServerProcess.RunAsync("people", "add", "--email", "quan.tri@thu.vn", "--data", data.Path)).Trim();
        await using var server = await ServerProcess.StartAsync(data.Path);
        await using var clerk = await Colleague.ComeAsync(chromium, server, Screen.Desktop);
        var page = clerk.Page;
        await clerk.AcceptAsync(link, "Vũ Đình Quản", Password);
        await clerk.SetUpAppAsync();

        await look.GoAsync(clerk, "/manage/new/template", "setup-start");
        await page.GetByLabel("Chung cuộc và giải tập thể").CheckAsync();
        await page.GetByLabel("Tên hội thi").FillAsync(Title);
        await page.GetByLabel("Đơn vị tổ chức").FillAsync("Kế hoạch số 274/KH-UBND · Sở Nội vụ thực hiện");
        await page.GetByLabel("Địa chỉ").FillAsync(Slug);
        await page.GetByLabel("Ngày mở đợt 1").FillAsync("2031-03-03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo bản nháp" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã tạo hội thi");
        await look.AtAsync(clerk, "setup-overview");

        await UnitsAsync(clerk);
        await PrizesAsync(clerk);
        foreach (var section in new[] { "general", "who", "collective", "files", "paper/text" })
        {
            await look.GoAsync(clerk, $"{Contest}/setup/{section}", "setup-" + section.Replace("/", "-", StringComparison.Ordinal));
        }

        await look.GoAsync(clerk, Contest + "/preview", "setup-preview-choose");
        await look.GoAsync(clerk, Contest + "/preview/2031-03-10T08:00", "setup-preview");
        await SimulateAsync(clerk);

        await OpenWeek1Async(clerk);
        await ImportAsync(clerk);
        await ApproveAsync(server, clerk);
        await SealAsync(clerk);
        await PublishAsync(clerk);
        await TakeAsync(server);
        look.Wrong.ShouldBeEmpty();
    }

    /// <summary>A list as an office keeps it, taken in after a look.</summary>
    private async Task UnitsAsync(Colleague clerk)
    {
        var page = clerk.Page;
        using var folder = new TemporaryFolder();
        var list = Path.Combine(folder.Path, "don-vi.csv");
        var lines = Enumerable.Range(1, 8).Select(number => $"Sở chuyên môn thứ {number} của thành phố Hải Phòng;;Sở, ban, ngành;{20 + number}")
            .Concat(Enumerable.Range(1, 32).Select(number => $"UBND xã Vĩnh Bảo Trung {number};;UBND xã, phường;{number % 30}"));
        await File.WriteAllTextAsync(list, "Tên đơn vị;Đơn vị cấp trên;Loại;Số người\n" + string.Join('\n', lines));
        await page.GotoAsync(Contest + "/setup/unit-list");
        await page.Locator("#file").SetInputFilesAsync(list);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem những gì sẽ đổi" }).ClickAsync();
        await PaperScreen.Expect(page.Locator("h1 + p")).ToContainTextAsync("40 đơn vị mới");
        await look.AtAsync(clerk, "setup-import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu danh sách này" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu");
        await look.AtAsync(clerk, "setup-units");
    }

    /// <summary>A prize is added and put first; a mistake is said at its field.</summary>
    private async Task PrizesAsync(Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Contest + "/setup/prizes");
        await page.Locator("button[value='add:prizes.round:0']").ClickAsync();
        await page.Locator("[name='prizes.round[4].name.vi']").FillAsync("Giải Đặc biệt");
        await page.Locator("[name='prizes.round[4].count']").FillAsync("một");
        await page.Locator("[name='prizes.round[4].amount']").FillAsync("2.000.000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).Last.ClickAsync();
        await PaperScreen.Expect(page.Locator("#f-prizes-round-4-count-error")).ToContainTextAsync("Cần một số nguyên");
        await look.AtAsync(clerk, "setup-prizes-mistake");
        await page.Locator("[name='prizes.round[4].count']").FillAsync("1");
        for (var place = 5; place > 1; place--)
        {
            var item = page.Locator($"#f-prizes-round-{place - 1}");
            await item.EvaluateAsync("item => item.open = true");
            await item.Locator($"button[value='up:prizes.round[{place - 1}]']").ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).Last.ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu");
        await PaperScreen.Expect(page.Locator("#f-prizes-round-0 > summary")).ToContainTextAsync("Giải Đặc biệt");
        await look.AtAsync(clerk, "setup-prizes");
    }

    private async Task SimulateAsync(Colleague clerk)
    {
        var page = clerk.Page;
        await look.GoAsync(clerk, Contest + "/simulation", "setup-simulations");
        await page.GetByLabel("Số người").FillAsync("2000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chạy thử" }).ClickAsync();
        var done = page.GetByText("✓ Xong");
        for (var wait = 0; wait < 60 && !await done.IsVisibleAsync(); wait++)
        {
            await Task.Delay(500);
            await page.GetByRole(AriaRole.Link, new() { Name = "Làm mới" }).ClickAsync();
        }

        await PaperScreen.Expect(page.Locator("main")).ToContainTextAsync("Luật không bao giờ dùng tới");
        await look.AtAsync(clerk, "setup-simulation");
    }

    /// <summary>Week 1 has been open since yesterday.</summary>
    private async Task OpenWeek1Async(Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Contest + "/setup/rounds");
        await page.Locator("#f-rounds-0").EvaluateAsync("item => item.open = true");
        await look.AtAsync(clerk, "setup-rounds");
        await page.Locator("[name='rounds[0].windows[0].opens']").FillAsync(At(-1));
        await page.Locator("[name='rounds[0].windows[0].closes']").FillAsync(At(5));
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).Last.ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã lưu");

        static string At(int days) => DateTime.UtcNow.AddHours(7).AddDays(days).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    private async Task PublishAsync(Colleague clerk)
    {
        var page = clerk.Page;
        await page.GotoAsync(Contest + "/setup");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố" }).ClickAsync();
        await PaperScreen.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã công bố");
        await look.AtAsync(clerk, "setup-published");
    }
}
