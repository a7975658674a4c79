using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>With the identity and the code that stand on a roster.</summary>
public sealed class RosterTests(PostgresServer postgres)
{
    private const string Roster = Paths.Join + "/roster";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_list_says_name_and_unit_the_rest_is_asked_and_the_code_opens_it_again(DatabaseKind kind)
    {
        var person = new Person();
        await using var site = await StartAsync(kind, person);
        using var contestant = site.Node.Visitor(person);
        using var details = await EnterAsync(contestant, "abcd-1234");
        details.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await details.PageAsync();
        page.QuerySelector("dl.given")!.Words().ShouldContain("Lê Thị Danh Sách");
        page.QuerySelector("dl.given")!.Words().ShouldContain("Sở B");
        page.QuerySelectorAll("[name=full-name], [name=citizen-id], [name=unit]").ShouldBeEmpty();

        var form = contestant.Person.Form();
        form["unit"] = "so-a";
        foreach (var hidden in page.QuerySelectorAll("form input[type=hidden]").Cast<IHtmlInputElement>())
        {
            form[hidden.Name!] = hidden.Value;
        }

        using (var incomplete = await contestant.PostAsync(Paths.Join, new(form) { ["phone"] = "" }))
        {
            incomplete.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var again = await incomplete.PageAsync();
            again.QuerySelector("dl.given")!.Words().ShouldContain("Lê Thị Danh Sách");
            again.QuerySelector("[name=_draft]").ShouldNotBeNull();
        }

        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await site.CountAsync("contestant")).ShouldBe(1);
        (await site.ValueAsync<string>("SELECT name FROM contestant")).ShouldBe("Lê Thị Danh Sách");
        (await contestant.PageAsync(Paths.Joined)).QuerySelector("p.code").ShouldBeNull();

        using var elsewhere = site.Node.Visitor(person);
        (await EnterAsync(elsewhere, "ABCD1234")).ShouldLeadTo(Paths.Home);
        (await elsewhere.StartAsync()).ShouldNotBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_code_and_somebody_who_is_not_listed_get_one_answer(DatabaseKind kind)
    {
        var person = new Person();
        await using var site = await StartAsync(kind, person);
        using var visitor = site.Node.Visitor(person);
        using var stranger = site.Node.Visitor();
        var answers = new List<string>();
        foreach (var each in new[] { visitor, stranger })
        {
            using var refused = await EnterAsync(each, "SAIM-AROI");
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await refused.PageAsync();
            page.GetElementById("field-code-error").ShouldNotBeNull();
            answers.Add(page.GetElementById("errors")!.Words());
        }

        answers[0].ShouldBe(answers[1]);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_without_end()
    {
        var person = new Person();
        await using var site = await StartAsync(DatabaseKind.Sqlite, person);
        using var visitor = site.Node.Visitor(person);
        for (var guess = 0; guess < 10; guess++)
        {
            (await EnterAsync(visitor, $"GUES-{guess:0000}")).Dispose();
        }

        using var late = await EnterAsync(visitor, "ABCD-1234");
        (await late.PageAsync()).GetElementById("errors")!.Words().ShouldContain("quá nhiều lần");
    }

    private Task<TestSite> StartAsync(DatabaseKind kind, Person person) => TestSite.StartAsync(kind, postgres, contest: JoinContests
        .With(rules => rules with { Method = JoinMethod.Roster })
        .WithList("chi-hoi-truong", ListRole.Roster, person.Listed("Lê Thị Danh Sách", "so-b", "ABCD-1234"), new Person().Listed(code: "EFGH-5678")));

    private static Task<HttpResponseMessage> EnterAsync(Contestant visitor, string code) =>
        visitor.PostAsync(Roster, new(StringComparer.Ordinal) { ["citizen-id"] = visitor.Person.CitizenId, ["_code"] = code });
}
