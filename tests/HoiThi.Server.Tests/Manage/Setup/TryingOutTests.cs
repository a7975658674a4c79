using System.Net;
using System.Text;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage.Setup;

/// <summary>Preview, simulation, and what is uploaded.</summary>
public sealed class TryingOutTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_preview_shows_each_page_at_a_pretended_moment_and_sends_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await organiser.GetAsync(Contest + "/preview?at=2030-03-11T09:00")).ShouldLeadTo(Contest + "/preview/2030-03-11T09:00");
        var at = Contest + "/preview/2030-03-11T09:00";
        var home = await organiser.PageAsync(at);
        home.QuerySelector(".preview-bar")!.Words().ShouldContain("Xem trước");
        home.Body!.FirstElementChild!.ClassName.ShouldBe("skip");
        home.Body!.Words().ShouldContain("Tuần 2 / 2 đang mở");
        home.QuerySelectorAll("a").ShouldAllBe(link => !(link.GetAttribute("href") ?? "").StartsWith($"/competition/{TestContest.Slug}", StringComparison.Ordinal));
        (await organiser.PageAsync(Contest + "/preview/2030-03-01T08:00/rounds/1")).Body!.Words().ShouldContain("Sắp mở");
        (await organiser.PageAsync(at + "/rounds/1")).Body!.Words().ShouldContain("Đã đóng");
        (await organiser.PageAsync(at + "/join")).QuerySelector("form")!.GetAttribute("action")!.ShouldStartWith(at);
        (await organiser.PageAsync(at + "/pages/rules")).Body!.Words().ShouldContain("Mỗi người hai lượt.");
        var paper = await organiser.PageAsync(at + "/rounds/2/paper");
        paper.QuerySelectorAll(".question").Length.ShouldBeGreaterThanOrEqualTo(TestContest.PaperLength);
        (await organiser.PostAsync(at + "/join", ("full-name", "Ai đó"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await organiser.PostAsync(paper.QuerySelector("form")!.GetAttribute("action")!, ("q0", "1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await organiser.GetAsync(Contest + "/preview/hom-nay")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("contestant")).ShouldBe(0);
        (await site.CountAsync("attempt")).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_simulation_runs_in_the_background_and_its_report_can_be_come_back_to(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await organiser.PostAsync(Contest + "/simulation", ("people", "0"), ("seed", "1"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Contest + "/simulation", ("people", "300"), ("seed", "7"))).ShouldLeadTo(Contest + "/simulation/1?done=asked");
        for (var wait = 0; wait < 100 && await site.CountAsync("simulation WHERE finished IS NOT NULL") == 0; wait++)
        {
            await Task.Delay(50);
        }

        var page = (await organiser.PageAsync(Contest + "/simulation/1")).Body!.Words();
        page.ShouldContain("300 người, hạt giống 7");
        page.ShouldContain("Giải Nhất: 1. ");
        page.ShouldContain("Luật không bao giờ dùng tới");
        (await organiser.PageAsync(Contest + "/simulation")).Body!.Words().ShouldContain("✓ Xong");
        (await organiser.GetAsync(Contest + "/simulation/2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("audit WHERE act = 'contest.simulate'")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Documents_and_the_banner_are_uploaded_with_their_content_checked_and_downloads_are_counted(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var files = Contest + "/setup/files";
        (await organiser.UploadFileAsync(files + "/document", "Tài liệu.pdf", "<html>"u8.ToArray(), ("title", "Tài liệu"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a page is no PDF");
        (await organiser.UploadFileAsync(files + "/document", "chay.exe", "MZ"u8.ToArray(), ("title", "Tài liệu"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 study notes");
        (await organiser.UploadFileAsync(files + "/document", "Tài liệu ôn tập.pdf", pdf, ("title", "Tài liệu ôn tập"))).ShouldLeadTo(files + "?done=saved");
        (await organiser.UploadFileAsync(files + "/document", "Tài liệu ôn tập.pdf", pdf, ("title", "Tài liệu ôn tập"))).ShouldLeadTo(files + "?done=saved");
        site.Node.Contest.Definition.Documents.Select(document => document.File).ShouldBe(["documents/ke-hoach.pdf", "documents/tai-lieu-on-tap.pdf"], "twice is once");

        using var visitor = site.Node.Visitor();
        var address = Paths.Home + "/documents/documents/tai-lieu-on-tap.pdf";
        (await (await visitor.GetAsync(address)).Content.ReadAsByteArrayAsync()).ShouldBe(pdf);
        await visitor.GetAsync(address);
        (await organiser.PageAsync(files)).QuerySelectorAll(".rows li")[1].Words().ShouldContain("2 lượt tải");
        (await organiser.PostAsync(files + "/document/remove", ("file", "documents/tai-lieu-on-tap.pdf"))).ShouldLeadTo(files + "?done=saved");
        (await visitor.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        (await organiser.UploadFileAsync(files + "/banner", "anh.png", pdf)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.UploadFileAsync(files + "/banner", "anh.png", png)).ShouldLeadTo(files + "?done=saved");
        var banner = await visitor.GetAsync(Paths.Home + "/banner");
        banner.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await visitor.PageAsync(Paths.Home + "?v=9")).QuerySelector("img.banner").ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_list_of_units_is_looked_at_before_it_is_taken_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var list = Contest + "/setup/unit-list";
        var csv = "Mã;Tên đơn vị;Loại;Số người\nso-a;Sở A;agency;45\n;Sở Mới;Sở;12\n";
        var page = await (await organiser.UploadFileAsync(list + "/import", "don-vi.csv", Encoding.UTF8.GetBytes(csv))).PageAsync();
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2, "one changed, one new; those that the list lacks stay in a published contest");
        (await site.CountAsync("contest_version")).ShouldBe(1, "nothing is saved yet");
        var whole = page.QuerySelector("textarea")!.TextContent;
        (await organiser.PostAsync(list + "/apply", ("list", whole), ("version", "1"))).ShouldLeadTo(list + "?done=saved");
        (await organiser.PostAsync(list + "/apply", ("list", whole), ("version", "1"))).ShouldLeadTo(list + "?done=saved");
        site.Node.Contest.Units[site.Node.Contest.Units.NumberOf("so-moi")!.Value].Headcount.ShouldBe(12);
        site.Node.Contest.Units[site.Node.Contest.Units.NumberOf("so-a")!.Value].Headcount.ShouldBe(45);
        (await site.CountAsync("audit WHERE act = 'units.edit'")).ShouldBe(1);
    }
}
