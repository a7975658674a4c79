using System.Net;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contestants;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Fields that are asked after the paper, data that can be changed, and one's own page.</summary>
public sealed class OwnDataTests(PostgresServer postgres)
{
    private const string Me = Paths.Home + "/me";

    private static readonly ContestBundle Bundle = JoinContests.With(rules => rules with
    {
        Fields =
        [
            .. rules.Fields.Select(field => field.Code == "email" ? field with { Locked = false } : field),
            new RegistrationField("address", FieldType.Text, new("Địa chỉ"), null, Required: true, [], FieldAsk.After, Min: 5),
            new RegistrationField("shirt", FieldType.Number, new("Cỡ áo"), null, Required: false, [], FieldAsk.After, Min: 36, Max: 46),
        ],
    });

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_asked_after_the_paper_stands_on_the_result_until_it_is_filled_in(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        using var contestant = site.Node.Visitor();
        (await contestant.PageAsync(Paths.Join)).QuerySelector("[name=address]").ShouldBeNull();
        await contestant.JoinAsync();
        var attempt = await contestant.TakeAsync(3);
        var result = await contestant.PageAsync(Paths.Result(attempt));
        result.GetElementById("data")!.Words().ShouldContain("thông tin chưa đầy đủ thì không được xét giải");
        result.QuerySelectorAll("#data [name=email], #data [name=post]").ShouldBeEmpty();

        using (var wrong = await contestant.PostAsync(Me + "/data", new() { ["address"] = "x", ["shirt"] = "99", ["_back"] = attempt }))
        {
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await wrong.PageAsync();
            page.GetElementById("field-address-error")!.Words().ShouldContain("ít nhất 5 ký tự");
            page.GetElementById("field-shirt-error")!.Words().ShouldContain("từ 36 đến 46");
        }

        (await contestant.PostAsync(Me + "/data", new() { ["address"] = "12 Hoàng Diệu", ["shirt"] = "", ["_back"] = attempt })).ShouldLeadTo(Paths.Result(attempt));
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector("#data [name=address]").ShouldBeNull();
        (await ValuesAsync(site, contestant))["address"].ShouldBe("12 Hoàng Diệu");
        (await contestant.PageAsync(Me)).QuerySelector("dl.given")!.Words().ShouldContain("12 Hoàng Diệu");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Locked_fields_stay_as_they_are_and_others_can_be_changed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        using var contestant = await site.Node.ContestantAsync();
        var page = await contestant.PageAsync(Me);
        page.QuerySelectorAll("[name=citizen-id], [name=phone], [name=unit], [name=full-name]").ShouldBeEmpty();
        page.QuerySelector("[name=email]")!.GetAttribute("value").ShouldBe(contestant.Person.Email);
        page.Body!.TextContent.ShouldNotContain(contestant.Person.CitizenId);
        page.Body.TextContent.ShouldContain(contestant.Person.CitizenId[^3..]);

        (await contestant.PostAsync(Me + "/data", new()
        {
            ["email"] = "moi@thu.vn",
            ["phone"] = "0912999999",
            ["citizen-id"] = new Person().CitizenId,
            ["unit"] = "so-b",
            ["full-name"] = "Người Khác",
        })).ShouldLeadTo(Me + "?saved");
        var values = await ValuesAsync(site, contestant);
        values["email"].ShouldBe("moi@thu.vn");
        values["phone"].ShouldBe("+84" + contestant.Person.Phone[1..]);
        values["citizen-id"].ShouldBe(contestant.Person.CitizenId);
        values["unit"].ShouldBe("so-a");
        values["full-name"].ShouldBe(contestant.Person.Name);
        (await site.ValueAsync<string>("SELECT about FROM contestant_event WHERE kind = 'data'")).ShouldBe("email");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_tabs_that_save_at_once_lose_nothing(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        using var contestant = await site.Node.ContestantAsync();
        var saves = await Task.WhenAll(
            contestant.PostAsync(Me + "/data", new() { ["address"] = "12 Hoàng Diệu" }),
            contestant.PostAsync(Me + "/data", new() { ["shirt"] = "40" }),
            contestant.PostAsync(Me + "/data", new() { ["email"] = "moi@thu.vn" }));
        saves.ShouldAllBe(save => save.StatusCode == HttpStatusCode.SeeOther);
        var values = await ValuesAsync(site, contestant);
        (values["address"], values["shirt"], values["email"]).ShouldBe(("12 Hoàng Diệu", "40", "moi@thu.vn"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_own_page_shows_the_attempts_and_gives_a_new_code_for_the_old(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.TakeAsync(3);
        var line = (await contestant.PageAsync(Me)).QuerySelector("ul.rows li")!;
        line.QuerySelector("a")!.GetAttribute("href").ShouldBe(Paths.Result(attempt));
        line.Words().ShouldContain("3/5");

        (await contestant.PostAsync(Me + "/credential", new() { ["_code"] = "AAAA-AAAA" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var changed = await contestant.PostAsync(Me + "/credential", new() { ["_code"] = contestant.Code });
        var code = (await changed.PageAsync()).QuerySelector("p.code")!.TextContent;
        using var elsewhere = site.Node.Visitor(contestant.Person);
        (await elsewhere.ReturnAsync(contestant.Person.CitizenId, contestant.Code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await elsewhere.ReturnAsync(contestant.Person.CitizenId, code)).ShouldLeadTo(Paths.Home);

        using var stranger = site.Node.Visitor();
        (await stranger.GetAsync(Me)).ShouldLeadTo(Paths.Join + "?way=return");
        (await stranger.PostAsync(Me + "/data", new() { ["address"] = "12345" })).ShouldLeadTo(Paths.Join + "?way=return");
    }

    private static async Task<IReadOnlyDictionary<string, string>> ValuesAsync(TestSite site, Contestant contestant) =>
        (await site.Node.Get<Accounts>().Find(site.Node.Contest, contestant.Id))!.Values;
}
