using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using static HoiThi.Server.Tests.Harness.JoinContests;

namespace HoiThi.Server.Tests.Contestants;

/// <summary>Who may take part, and in which division.</summary>
public sealed class WhoTests(PostgresServer postgres)
{
    private static readonly ContestBundle Plain = With(rules => rules);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_barred_does_not_get_in_and_the_lists_rest_encrypted(DatabaseKind kind)
    {
        var barred = new Person();
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Plain
            .WithList("ban-to-chuc", ListRole.Barred, barred.Listed("Nguyễn Văn Cấm"))
            .WithList("vip", ListRole.NoPrize));
        using var visitor = site.Node.Visitor(barred);
        using var refused = await visitor.PostAsync(Paths.Join, await visitor.FormAsync());
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).GetElementById("field-citizen-id-error")!.Words().ShouldContain("“Danh sách ban-to-chuc” không được dự thi");
        (await site.CountAsync("contestant")).ShouldBe(0);
        using var other = await site.Node.ContestantAsync();
        site.Node.Contest.IsOn("ban-to-chuc", visitor.Id).ShouldBeTrue();
        site.Node.Contest.IsOn("ban-to-chuc", other.Id).ShouldBeFalse();

        var stored = await site.ValueAsync<string>(kind == DatabaseKind.Sqlite ? "SELECT hex(private) FROM listed_person" : "SELECT encode(private, 'hex') FROM listed_person");
        stored.ShouldNotContain(Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(barred.CitizenId)), Case.Insensitive);
        var exported = (await site.Node.Get<ContestStore>().ExportAsync(TestContest.Slug))!;
        exported.Lists.ShouldBe([[barred.Listed("Nguyễn Văn Cấm")], []]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_new_version_of_a_list_takes_the_place_of_the_old(DatabaseKind kind)
    {
        var (before, after) = (new Person(), new Person());
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Plain.WithList("cam", ListRole.Barred, before.Listed()));
        await site.Node.ImportAsync(Plain.WithList("cam", ListRole.Barred, after.Listed()));
        using var free = await site.Node.ContestantAsync(before);
        using var visitor = site.Node.Visitor(after);
        (await visitor.PostAsync(Paths.Join, await visitor.FormAsync())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(ListRole.NoPrize, "được dự thi nhưng không được xét giải")]
    [InlineData(ListRole.Compulsory, "bắt buộc dự thi")]
    [InlineData(ListRole.Encouraged, "được khuyến khích dự thi")]
    [InlineData(ListRole.Named, null)]
    public async Task Who_is_on_another_list_gets_in_and_is_told(ListRole role, string? told)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var person = new Person();
            await using var site = await TestSite.StartAsync(kind, postgres, contest: Plain.WithList("ds", role, person.Listed()));
            using var contestant = site.Node.Visitor(person);
            (await contestant.PostAsync(Paths.Join, await contestant.FormAsync())).ShouldLeadTo(Paths.Joined);
            var notes = (await contestant.PageAsync(Paths.Joined)).QuerySelectorAll("p.alert.info");
            notes.Select(note => note.Words()).ShouldBe(told is null ? [] : [notes.Single().Words()]);
            if (told is not null)
            {
                notes.Single().Words().ShouldContain(told);
            }
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_a_roster_only_those_on_it_get_in(DatabaseKind kind)
    {
        var listed = new Person();
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Plain.WithList("chi-hoi-truong", ListRole.Roster, listed.Listed()));
        using var contestant = await site.Node.ContestantAsync(listed);
        using var visitor = site.Node.Visitor();
        using var refused = await visitor.PostAsync(Paths.Join, await visitor.FormAsync());
        (await refused.PageAsync()).GetElementById("field-citizen-id-error")!.Words().ShouldContain("không có tên trong danh sách");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Age_is_counted_in_full_years(DatabaseKind kind)
    {
        // Everybody of the tests is born on 20 May 1985, and the contest is in March 2030.
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(rules => rules with { MinAge = 45 }));
        using var visitor = site.Node.Visitor();
        using var refused = await visitor.PostAsync(Paths.Join, await visitor.FormAsync());
        (await refused.PageAsync()).GetElementById("field-birth-date-error")!.Words().ShouldContain("từ đủ 45 tuổi (tính đến ngày 04/03/2030)");
        await site.Node.ImportAsync(With(rules => rules with { MinAge = 45, AgeOn = new DateOnly(2030, 5, 20) }));
        (await visitor.PostAsync(Paths.Join, await visitor.FormAsync())).ShouldLeadTo(Paths.Joined);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_only_the_year_is_known_the_doubt_is_said(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(rules => rules with
        {
            MinAge = 45,
            Fields = rules.Fields.Where(field => field.Code is not ("birth-date" or "sex")).ToArray() is var fields ? [.. fields] : [],
        }));
        using var contestant = site.Node.Visitor();
        (await contestant.PostAsync(Paths.Join, await contestant.FormAsync())).ShouldLeadTo(Paths.Joined);
        (await contestant.PageAsync(Paths.Joined)).QuerySelector("p.alert.info")!.Words().ShouldContain("theo năm sinh trong số giấy tờ");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_first_division_that_fits_is_given_shown_and_kept(DatabaseKind kind)
    {
        var bundle = Plain.With(contest => contest with
        {
            Divisions = [Division("quan", Who() with { Kinds = ["district"] }), Division("tre", Who() with { MaxAge = 30 }), Division("khac")],
        });
        await using var site = await TestSite.StartAsync(kind, postgres, contest: bundle);
        using var official = await site.Node.ContestantAsync(new Person { Unit = "phuong-1" });
        using var other = await site.Node.ContestantAsync();
        (await DivisionAsync(site, official)).ShouldBe(0);
        (await DivisionAsync(site, other)).ShouldBe(2);
        (await other.PageAsync(Paths.Joined)).QuerySelector(".page-head p")!.Words().ShouldContain("Bảng khac");
        (await other.PageAsync(Paths.Home + "/me")).QuerySelector(".page-head p")!.Words().ShouldContain("Bảng khac");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_fits_no_division_learns_why(DatabaseKind kind)
    {
        var bundle = Plain.With(contest => contest with { Divisions = [Division("a", Who() with { MaxAge = 30 }), Division("b", Who() with { Kinds = ["district"] })] });
        await using var site = await TestSite.StartAsync(kind, postgres, contest: bundle);
        using var visitor = site.Node.Visitor();
        using var refused = await visitor.PostAsync(Paths.Join, await visitor.FormAsync());
        (await refused.PageAsync()).GetElementById("errors")!.Words()
            .ShouldContain("Bạn không thuộc bảng thi nào. Bảng a: dành cho người không quá 30 tuổi (tính đến ngày 04/03/2030). Bảng b: dành cho Quận.");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_divisions_that_fit_are_offered_and_one_of_them_is_taken(DatabaseKind kind)
    {
        var bundle = Plain.With(contest => contest with
        {
            Divisions =
            [
                Division("a", chosen: true), Division("b", Who() with { Kinds = ["district"] }, chosen: true), Division("c", chosen: true),
                Division("gia", Who() with { MinAge = 60 }),
            ],
        });
        await using var site = await TestSite.StartAsync(kind, postgres, contest: bundle);
        using var contestant = site.Node.Visitor();
        using var asked = await contestant.PostAsync(Paths.Join, await contestant.FormAsync());
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await asked.PageAsync();
        page.QuerySelectorAll("input[name=_division]").Select(input => input.GetAttribute("value")).ShouldBe(["a", "c"]);
        page.Body!.InnerHtml.ShouldNotContain(contestant.Person.CitizenId);
        (await site.CountAsync("contestant")).ShouldBe(0);

        var form = page.QuerySelectorAll("form input[type=hidden]").Cast<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        using (var nothing = await contestant.PostAsync(Paths.Join, form))
        {
            (await nothing.PageAsync()).GetElementById("field-division-error")!.Words().ShouldContain("Hãy chọn một bảng");
        }

        form["_division"] = "b";
        (await contestant.PostAsync(Paths.Join, form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        form["_division"] = "c";
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await DivisionAsync(site, contestant)).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Divisions_that_fit_everybody_are_asked_on_the_form(DatabaseKind kind)
    {
        var bundle = Plain.With(contest => contest with { Divisions = [Division("a", chosen: true), Division("b", chosen: true)] });
        await using var site = await TestSite.StartAsync(kind, postgres, contest: bundle);
        using var contestant = site.Node.Visitor();
        var form = await contestant.FormAsync();
        using (var missing = await contestant.PostAsync(Paths.Join, form))
        {
            missing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await missing.PageAsync()).GetElementById("field-division-error").ShouldNotBeNull();
        }

        form["_division"] = "b";
        (await contestant.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await DivisionAsync(site, contestant)).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_that_names_nobody_or_somebody_twice_is_not_imported()
    {
        await using var site = await TestSite.CreateAsync(DatabaseKind.Sqlite, postgres);
        var node = await site.StartNodeAsync();
        var person = new Person();
        (await Should.ThrowAsync<ContestImportException>(() => node.ImportAsync(Plain.WithList("x", ListRole.Barred, new ListedPerson("không phải số", null, null, null)))))
            .Message.ShouldStartWith("lists/x.csv:2: the identity is no CitizenId");
        (await Should.ThrowAsync<ContestImportException>(() => node.ImportAsync(
            Plain.WithList("x", ListRole.Barred, person.Listed(), new ListedPerson(person.CitizenId[..6] + " " + person.CitizenId[6..], null, null, null)))))
            .Message.ShouldStartWith("lists/x.csv:3: the person stands in line 2 already");
    }

    private static Task<int> DivisionAsync(TestSite site, Contestant contestant) =>
        site.ValueAsync<int>("SELECT division FROM contestant WHERE id = @p0", site.Parameter(contestant.Id));
}
