using System.Globalization;
using System.IO.Compression;
using System.Net;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using MiniExcelLibs;

namespace HoiThi.Server.Tests.Organisers;

/// <summary>Tables of the console: searched, narrowed, ordered, paged on the server; exported as they are shown, however long.</summary>
public sealed class TableTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;

    [Fact]
    public void Fifty_thousand_rows_are_written_without_being_kept()
    {
        var most = 0L;
        using var target = ExcelFile.Scratch();
        ExcelFile.Write(target, "HoiThi", ["Số", "Họ và tên", "Đơn vị"], Rows());
        most.ShouldBeLessThan(24L * 1024 * 1024);
        target.Length.ShouldBeGreaterThan(500_000);
        target.Position = 0;
        var last = target.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Last();
        last["Số"].ShouldBe(50_000d);
        last["Họ và tên"].ShouldBe("=Nguyễn Thị 50000");

        IEnumerable<object?[]> Rows()
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var number = 1; number <= 50_000; number++)
            {
                yield return [number, string.Create(CultureInfo.InvariantCulture, $"=Nguyễn Thị {number}"), "Ủy ban nhân dân phường Hoàng Văn Thụ, quận Hồng Bàng"];
                if (number % 10_000 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_exported_is_what_is_shown_on_all_pages(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var first = await site.Node.ContestantAsync(new Person { Name = "Đỗ Văn Ất", Unit = "so-b" });
        using var second = await site.Node.ContestantAsync(new Person { Name = "Bùi Thị Ánh", Unit = "phong-a1" });
        using var third = await site.Node.ContestantAsync(new Person { Name = "Bùi Thị Yến", Unit = "so-a" });
        await second.TakeAsync(3, prediction: 1);
        await InsertAsync(site, kind, 60);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);

        var page = await organiser.PageAsync($"{Contest}/contestants?sort=name");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        page.QuerySelector("th[aria-sort=ascending] a")!.GetAttribute("href").ShouldBe($"{Contest}/contestants?sort=-name");
        page.QuerySelector("[role=status]")!.Words().ShouldBe("63 dòng, trang 1/2");
        (await organiser.PageAsync($"{Contest}/contestants?sort=name&page=99")).QuerySelectorAll("tbody tr").Length.ShouldBe(13);

        (await NamesAsync("?q=bui+thi&sort=name")).ShouldBe(["Bùi Thị Ánh", "Bùi Thị Yến"]);
        (await NamesAsync("?q=bui+thi&sort=-name")).ShouldBe(["Bùi Thị Yến", "Bùi Thị Ánh"]);
        (await NamesAsync("?unit=so-a&state=none&q=bui")).ShouldBe(["Bùi Thị Yến"]);
        (await NamesAsync("?unit=so-a&state=taken")).ShouldBe(["Bùi Thị Ánh"]);
        (await RowsAsync("?q=bui+thi&sort=name")).Select(row => row["Họ và tên"]).ShouldBe(["Bùi Thị Ánh", "Bùi Thị Yến"]);
        (await RowsAsync("?sort=registered")).Count.ShouldBe(63);
        (await RowsAsync("?unit=so-a&state=taken"))[0]["Lượt được tính"].ShouldBe(1d);
        (await site.CountAsync("audit WHERE act = 'contestants.export'")).ShouldBe(3);

        (await organiser.PageAsync($"{Contest}/participation?sort=-people")).QuerySelector("tbody th")!.Words().ShouldStartWith("Sở A");
        var units = await ExcelAsync($"{Contest}/participation/export.xlsx?target=none");
        units.Select(row => row["Mã"]).ShouldNotContain("so-a");
        (await ExcelAsync($"{Contest}/standings/export.xlsx?round=1")).ShouldHaveSingleItem()["Họ và tên"].ShouldBe("Bùi Thị Ánh");
        (await ExcelAsync($"{Contest}/people/export.xlsx")).ShouldHaveSingleItem()["Email"].ShouldBe(organiser.Email);
        (await organiser.PageAsync($"{Contest}/standings?round=1&q=khong+co")).QuerySelector("tbody").ShouldBeNull();

        async Task<string[]> NamesAsync(string query) =>
            [.. (await organiser.PageAsync($"{Contest}/contestants{query}")).QuerySelectorAll("tbody th a").Select(link => link.Words())];

        Task<List<IDictionary<string, object>>> RowsAsync(string query) => ExcelAsync($"{Contest}/contestants/export.xlsx{query}");

        async Task<List<IDictionary<string, object>>> ExcelAsync(string address)
        {
            using var response = await organiser.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
            return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_long_file_is_made_beside_and_fetched_later_by_whoever_asked_for_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        await InsertAsync(site, kind, Exports.AtOnce + 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var other = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var started = await organiser.GetAsync($"{Contest}/contestants/export.xlsx");
        started.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var progress = started.Headers.Location!.OriginalString;
        for (var tries = 0; (await organiser.PageAsync(progress)).QuerySelector("a[download]") is null; tries++)
        {
            tries.ShouldBeLessThan(200, await site.ValueAsync<string>("SELECT state FROM export"));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        // At any node, and by nobody else.
        organiser.Node = second;
        using var file = await organiser.GetAsync(progress + "/file");
        var rows = new MemoryStream(await file.Content.ReadAsByteArrayAsync());
        new ZipArchive(rows, ZipArchiveMode.Read, leaveOpen: true).Entries.Count.ShouldBeGreaterThan(3);
        rows.Query(useHeaderRow: true).Count().ShouldBe(Exports.AtOnce + 1);
        (await other.GetAsync(progress)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(progress + "/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await organiser.PageAsync("/manage/exports")).QuerySelectorAll("a[download]").Length.ShouldBe(1);

        site.Clock.Advance(TimeSpan.FromHours(25));
        await organiser.SignInAsync();
        (await organiser.GetAsync(progress)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<int> InsertAsync(TestSite site, DatabaseKind kind, int count) => site.ExecuteAsync(kind == DatabaseKind.Sqlite
        ? $"""
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
          INSERT INTO contestant (id, contest, unit, name, private, code_hash, consented, registered)
          SELECT randomblob(16), 1, 6, 'Hàng ' || i, x'00', x'00', 1, i FROM n
          """
        : $"""
          INSERT INTO contestant (id, contest, unit, name, private, code_hash, consented, registered)
          SELECT gen_random_uuid(), 1, 6, 'Hàng ' || i, '\x00', '\x00', 1, i FROM generate_series(1, {count}) AS i
          """);
}
