using System.Net;
using HoiThi.Core.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Identity and a password of one's own.</summary>
public sealed class AccountTests(PostgresServer postgres)
{
    private const string Password = "mật khẩu dài 1";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_password_opens_the_account_again_and_no_code_is_shown(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = await JoinAsync(site);
        (await contestant.PageAsync(Paths.Joined)).QuerySelector("p.code").ShouldBeNull();

        using var elsewhere = site.Node.Visitor(contestant.Person);
        using (var wrong = await SignInAsync(elsewhere, "không phải nó"))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await wrong.PageAsync()).GetElementById("field-secret-error")!.Words().ShouldContain("mật khẩu chưa đúng");
        }

        using var right = await SignInAsync(elsewhere, Password);
        right.ShouldLeadTo(Paths.Home);
        (await elsewhere.StartAsync()).ShouldNotBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_form_sent_many_times_is_one_contestant_and_another_password_is_refused(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = site.Node.Visitor();
        var form = await FormAsync(contestant);
        foreach (var post in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => contestant.PostAsync(Paths.Join, form))))
        {
            post.ShouldLeadTo(Paths.Joined);
            post.Dispose();
        }

        (await site.CountAsync("contestant")).ShouldBe(1);
        using var other = site.Node.Visitor(contestant.Person);
        var others = await FormAsync(other);
        (others["_secret"], others["_again"]) = ("một mật khẩu khác", "một mật khẩu khác");
        using var refused = await other.PostAsync(Paths.Join, others);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("ngắn", "ngắn", "secret", "từ 8 đến 128 ký tự")]
    [InlineData("đủ tám ký tự", "khác", "again", "chưa giống nhau")]
    public async Task A_password_is_long_enough_and_typed_twice(string password, string again, string field, string said)
    {
        await using var site = await StartAsync(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        var form = await FormAsync(visitor);
        (form["_secret"], form["_again"]) = (password, again);
        using var response = await visitor.PostAsync(Paths.Join, form);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.PageAsync()).GetElementById($"field-{field}-error")!.Words().ShouldContain(said);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(password);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tries_are_limited_by_person_also_through_the_form_to_join(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = await JoinAsync(site);
        using var guesser = site.Node.Visitor(contestant.Person);
        var form = await FormAsync(guesser);
        for (var guess = 0; guess < 5; guess++)
        {
            (await SignInAsync(guesser, $"đoán mò {guess}")).Dispose();
            (form["_secret"], form["_again"]) = ($"đoán mò {guess}", $"đoán mò {guess}");
            (await guesser.PostAsync(Paths.Join, form)).Dispose();
        }

        using var late = await SignInAsync(guesser, Password);
        (await late.PageAsync()).GetElementById("errors")!.Words().ShouldContain("quá nhiều lần");
        (form["_secret"], form["_again"]) = (Password, Password);
        using var round = await guesser.PostAsync(Paths.Join, form);
        round.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_password_can_be_changed_by_who_knows_it_and_the_operator_can_give_a_code(DatabaseKind kind)
    {
        await using var site = await StartAsync(kind);
        using var contestant = await JoinAsync(site);
        using (var wrong = await ChangeAsync(contestant, "không phải nó", "mật khẩu mới 2"))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        using (var changed = await ChangeAsync(contestant, Password, "mật khẩu mới 2"))
        {
            changed.ShouldLeadTo(Paths.Home + "/me?saved");
        }

        using var elsewhere = site.Node.Visitor(contestant.Person);
        (await SignInAsync(elsewhere, Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(elsewhere, "mật khẩu mới 2")).ShouldLeadTo(Paths.Home);

        var run = await CommandRun.RunAsync([
            "contestants", "code", TestContest.Slug, "--identity", contestant.Person.CitizenId, "--data", site.Folder, "--database",
            kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString]);
        run.ExitCode.ShouldBe(0, run.Errors);
        var code = run.Output.Trim();
        code.ShouldMatch("^[2-9A-Z]{4}-[2-9A-Z]{4}$");
        (await SignInAsync(elsewhere, "mật khẩu mới 2")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var other = site.Node.Visitor(contestant.Person);
        (await other.ReturnAsync(contestant.Person.CitizenId, code)).ShouldLeadTo(Paths.Home);
        (await site.ValueAsync<long>("SELECT count(*) FROM contestant_event WHERE contestant = @p0 AND kind = 'credential'", site.Parameter(contestant.Id))).ShouldBe(2);
        run.Errors.ShouldNotContain(contestant.Person.CitizenId);
    }

    private Task<TestSite> StartAsync(DatabaseKind kind) =>
        TestSite.StartAsync(kind, postgres, contest: JoinContests.With(rules => rules with { Method = JoinMethod.Account }));

    private static async Task<Dictionary<string, string>> FormAsync(Contestant visitor)
    {
        var form = await visitor.FormAsync();
        (form["_secret"], form["_again"]) = (Password, Password);
        return form;
    }

    private static async Task<Contestant> JoinAsync(TestSite site)
    {
        var contestant = site.Node.Visitor();
        using var joined = await contestant.PostAsync(Paths.Join, await FormAsync(contestant));
        joined.ShouldLeadTo(Paths.Joined);
        return contestant;
    }

    private static Task<HttpResponseMessage> SignInAsync(Contestant visitor, string password) =>
        visitor.PostAsync(Paths.Return, new(StringComparer.Ordinal) { ["citizen-id"] = visitor.Person.CitizenId, ["_secret"] = password });

    private static Task<HttpResponseMessage> ChangeAsync(Contestant contestant, string old, string password) => contestant.PostAsync(
        Paths.Home + "/me/credential", new(StringComparer.Ordinal) { ["_code"] = old, ["_secret"] = password, ["_again"] = password });
}
