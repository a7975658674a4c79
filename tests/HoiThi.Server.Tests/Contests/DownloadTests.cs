using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contests;

/// <summary>Only what the contest names as a document is given out.</summary>
public sealed class DownloadTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_is_downloaded_under_its_name(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var visitor = site.Node.Visitor();
        var link = (await visitor.PageAsync(Paths.Home)).QuerySelector("a[href*='/documents/']")!.GetAttribute("href")!;
        using var response = await visitor.GetAsync(link);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("ke-hoach.pdf");
        (await response.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.4 plan");
    }

    [Theory]
    [InlineData("questions/tuan-1.yaml")]
    [InlineData("units.csv")]
    [InlineData("contest.yaml")]
    [InlineData("pages/the-le.md")]
    [InlineData("documents/khong-co.pdf")]
    [InlineData("documents/KE-HOACH.pdf")]
    [InlineData("../documents/ke-hoach.pdf")]
    [InlineData("%2e%2e%2fhoithi.key")]
    public async Task Nothing_else_is(string path)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);

        // Even if it lies beside the documents.
        await site.ExecuteAsync("INSERT INTO contest_file (contest, path, content) SELECT 1, 'questions/tuan-1.yaml', x'41' UNION SELECT 1, 'hoithi.key', x'41'");
        using var visitor = site.Node.Visitor();
        using var response = await visitor.GetAsync($"{Paths.Home}/documents/{path}");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Texts_of_the_organisers_are_pages(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var visitor = site.Node.Visitor();
        var page = await visitor.PageAsync(Paths.Home + "/pages/rules");
        page.QuerySelector("strong")!.Words().ShouldBe("hai lượt");
    }
}
