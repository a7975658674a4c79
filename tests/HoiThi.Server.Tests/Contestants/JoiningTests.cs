using System.Globalization;
using System.Net;
using System.Text.Json;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>One person is one contestant, however often the form is sent and from wherever.</summary>
public sealed class JoiningTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Joining_shows_the_code_once_and_leads_on_to_the_open_round(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        contestant.Code.ShouldMatch("^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$");
        var page = await contestant.PageAsync(Paths.Joined);
        page.QuerySelector("h1")!.Words().ShouldContain(contestant.Person.Name);
        page.QuerySelector("a.btn-go")!.GetAttribute("href").ShouldBe(Paths.Round(1));
        (await contestant.PageAsync(Paths.Round(1))).QuerySelector("form[method=post] button")!.Words().ShouldContain("Bắt đầu làm bài");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_form_sent_many_times_is_one_contestant_with_one_code(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = site.Node.Visitor();
        var form = await contestant.FormAsync();
        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => contestant.PostAsync(Paths.Join, form)));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            post.ShouldLeadTo(Paths.Joined);
            codes.Add(post.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("code-", StringComparison.Ordinal)).Split(';')[0]);
            post.Dispose();
        }

        codes.ShouldHaveSingleItem();
        (await site.CountAsync("contestant")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_second_registration_is_refused_and_changes_nothing(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var first = await site.Node.ContestantAsync();
        using var second = site.Node.Visitor(first.Person with { Name = "Trần Văn Khác", Unit = "so-b" });
        using var response = await second.PostAsync(Paths.Join, await second.FormAsync());

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var page = await response.PageAsync();
        page.GetElementById("field-citizen-id-error")!.Words().ShouldContain("dùng mã cá nhân");
        page.Body!.TextContent.ShouldNotContain(first.Person.Name);
        page.Body.TextContent.ShouldNotContain(first.Code);
        (await site.ValueAsync<string>("SELECT name FROM contestant WHERE id = @p0", site.Parameter(first.Id))).ShouldBe(first.Person.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_number_is_the_same_person_however_it_is_typed(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var first = await site.Node.ContestantAsync();
        var id = first.Person.CitizenId;
        using var second = site.Node.Visitor(first.Person with { CitizenId = $" {id[..3]} {id[3..6]}.{id[6..]}" });
        using var response = await second.PostAsync(Paths.Join, await second.FormAsync());
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_moment_of_consent_and_the_entrance_are_kept(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = site.Node.Visitor();
        using (var entered = await contestant.GetAsync(Paths.Home + "?from=cong&x=1"))
        {
            entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            entered.Headers.Location!.OriginalString.ShouldBe(Paths.Home + "?x=1");
        }

        await contestant.JoinAsync();
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var row = await context.Contestants.SingleAsync(each => each.Id == contestant.Id);
        row.Entrance.ShouldBe("cong");
        row.Consented.ShouldBe(TestContest.Week1.ToUnixTimeMilliseconds());
        row.Registered.ShouldBe(row.Consented);
        row.Name.ShouldBe(contestant.Person.Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_entrance_that_the_contest_does_not_name_is_not_kept(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = site.Node.Visitor();
        (await contestant.GetAsync(Paths.Home + "?from=la")).Dispose();
        await contestant.JoinAsync();
        (await site.ValueAsync<long>("SELECT count(*) FROM contestant WHERE id = @p0 AND entrance IS NULL", site.Parameter(contestant.Id))).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_joins_a_contest_that_is_over(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var visitor = site.Node.Visitor();
        var form = await visitor.FormAsync();
        site.Clock.Now = TestContest.After;
        using var response = await visitor.PostAsync(Paths.Join, form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.PageAsync()).Body!.Words().ShouldContain("Hội thi đã kết thúc");
        (await site.CountAsync("contestant")).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_phone_is_kept_with_the_code_of_the_country_and_only_the_key_reads_it(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        var row = await context.Contestants.SingleAsync(each => each.Id == contestant.Id);
        var opened = JsonSerializer.Deserialize<Dictionary<string, string>>(site.Node.Get<Secrets>().Decrypt(row.Id, row.Private))!;
        opened["phone"].ShouldBe("+84" + contestant.Person.Phone[1..]);
        opened["citizen-id"].ShouldBe(contestant.Person.CitizenId);
        opened["email"].ShouldBe(contestant.Person.Email);
        opened.Keys.ShouldNotContain("full-name");
        opened.Keys.ShouldNotContain("_password");
        using var other = new Secrets(new byte[32]);
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => other.Decrypt(row.Id, row.Private));
        using var another = await site.Node.ContestantAsync();
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => site.Node.Get<Secrets>().Decrypt(another.Id, row.Private));
    }
}
