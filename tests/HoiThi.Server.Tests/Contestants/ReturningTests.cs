using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Coming back with the personal code; a guess tells nothing about who is registered.</summary>
public sealed class ReturningTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_code_leads_back_on_another_device_in_any_writing(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        foreach (var written in new[] { contestant.Code, contestant.Code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(), " " + contestant.Code + " " })
        {
            using var elsewhere = site.Node.Visitor(contestant.Person);
            using var response = await elsewhere.ReturnAsync(contestant.Person.CitizenId, written);
            response.ShouldLeadTo(Paths.Home);
            (await elsewhere.StartAsync()).ShouldBe(attempt);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_was_on_the_way_to_a_round_is_led_there(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        using var elsewhere = site.Node.Visitor();
        var form = await elsewhere.FormAsync(Paths.Join + "?way=return&round=1");
        (form["citizen-id"], form["_code"]) = (contestant.Person.CitizenId, contestant.Code);
        using var response = await elsewhere.PostAsync(Paths.Return, form);
        response.ShouldLeadTo(Paths.Round(1));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_wrong_code_and_an_unknown_number_are_answered_alike(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var unknown = new Person().CitizenId;
        using var guesser = site.Node.Visitor();
        using var wrongCode = await guesser.ReturnAsync(contestant.Person.CitizenId, "AAAA-AAAA");
        using var wrongNumber = await guesser.ReturnAsync(unknown, "AAAA-AAAA");

        wrongCode.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrongNumber.StatusCode.ShouldBe(wrongCode.StatusCode);
        (await wrongCode.Content.ReadAsStringAsync()).Replace(contestant.Person.CitizenId, "#", StringComparison.Ordinal)
            .ShouldBe((await wrongNumber.Content.ReadAsStringAsync()).Replace(unknown, "#", StringComparison.Ordinal));
        NamesOf(wrongCode).ShouldBe(NamesOf(wrongNumber));
        wrongCode.Headers.Contains("Set-Cookie").ShouldBeFalse();

        static string[] NamesOf(HttpResponseMessage response) => [.. response.Headers.Select(header => header.Key).Order(StringComparer.Ordinal)];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_ten_tries_not_even_the_right_code_is_taken_and_others_are_not_held_up(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var victim = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        using var guesser = site.Node.Visitor();
        for (var guess = 0; guess < 10; guess++)
        {
            using var wrong = await guesser.ReturnAsync(victim.Person.CitizenId, $"WRNG-{guess:0000}");
            (await wrong.PageAsync()).GetElementById("errors")!.Words().ShouldContain("chưa đúng");
        }

        using var right = await guesser.ReturnAsync(victim.Person.CitizenId, victim.Code);
        right.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await right.PageAsync()).GetElementById("errors")!.Words().ShouldContain("quá nhiều lần");
        right.Headers.Contains("Set-Cookie").ShouldBeFalse();

        using var unheld = await guesser.ReturnAsync(other.Person.CitizenId, other.Code);
        unheld.ShouldLeadTo(Paths.Home);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_limit_of_tries_is_the_same_for_who_is_not_registered(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var guesser = site.Node.Visitor();
        var unknown = new Person().CitizenId;
        for (var guess = 0; guess < 10; guess++)
        {
            (await guesser.ReturnAsync(unknown, "AAAA-AAAA")).Dispose();
        }

        using var eleventh = await guesser.ReturnAsync(unknown, "AAAA-AAAA");
        (await eleventh.PageAsync()).GetElementById("errors")!.Words().ShouldContain("quá nhiều lần");
    }

    [Fact]
    public async Task Slips_of_the_pen_of_many_people_hold_nobody_up()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var visitor = site.Node.Visitor();
        for (var person = 0; person < 12; person++)
        {
            using var response = await visitor.ReturnAsync($"03118{person}", "AAAA-AAAA");
            (await response.PageAsync()).GetElementById("errors")!.Words().ShouldContain("chưa đúng");
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leaving_a_shared_device_leaves_neither_the_session_nor_the_code(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var device = await site.Node.ContestantAsync();
        (await device.PostAsync(Paths.Home + "/leave", [])).ShouldLeadTo(Paths.Join);
        (await device.GetAsync(Paths.Joined)).ShouldLeadTo(Paths.Home);

        using var next = await site.Node.ContestantAsync();
        (await device.ReturnAsync(next.Person.CitizenId, next.Code)).ShouldLeadTo(Paths.Home);
        using var joined = await device.GetAsync(Paths.Joined);
        (await joined.Content.ReadAsStringAsync()).ShouldNotContain(device.Code);
    }
}
