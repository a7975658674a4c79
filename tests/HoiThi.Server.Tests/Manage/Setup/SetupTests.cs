using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage.Setup;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage.Setup;

/// <summary>A contest is set up in the console: from a template to the day it is published, and what it may change then.</summary>
public sealed class SetupTests(PostgresServer postgres)
{
    private const string Draft = "/manage/contests/ban-nhap";
    private const string Running = "/manage/contests/" + TestContest.Slug;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_draft_is_there_for_the_console_and_for_nobody_else_until_it_is_published(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        await CreateAsync(administrator);
        (await administrator.PostAsync("/manage/new/template", Start("ban-nhap"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the same form sent twice makes one contest");
        (await site.CountAsync("contest")).ShouldBe(2);

        using var visitor = site.Node.Visitor();
        foreach (var path in new[] { "", "/join", "/rounds/1", "/standings", "/participation", "/results", "/pages/rules", "/banner" })
        {
            (await visitor.GetAsync("/competition/ban-nhap" + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await (await visitor.GetAsync("/?v=1")).Content.ReadAsStringAsync()).ShouldNotContain("ban-nhap");
        (await administrator.PageAsync(Draft)).QuerySelector("h1")!.Words().ShouldBe("Tìm hiểu cải cách hành chính năm 2030");
        (await administrator.PageAsync("/manage")).Body!.Words().ShouldContain("Bản nháp");

        // Only one unit: not yet.
        var refused = await administrator.PostAsync(Draft + "/setup/publish");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("Danh sách đơn vị");
        (await UnitsAsync(administrator, Draft, ("so-a", "Sở A", "agency", "120"), ("so-b", "Sở B", "agency", "80"))).ShouldLeadTo(Draft + "/setup/unit-list?done=saved");
        (await administrator.PostAsync(Draft + "/setup/publish")).ShouldLeadTo(Draft + "/setup?done=contest-published");
        (await administrator.PostAsync(Draft + "/setup/publish")).ShouldLeadTo(Draft + "/setup?done=contest-published");
        (await site.CountAsync("audit WHERE act = 'contest.publish'")).ShouldBe(1);
        (await visitor.GetAsync("/competition/ban-nhap?v=2")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await visitor.GetAsync("/?v=2")).Content.ReadAsStringAsync()).ShouldContain("ban-nhap");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_section_is_saved_as_it_is_shown_and_nothing_is_a_new_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        foreach (var section in SetupSection.All)
        {
            var address = $"{Running}/setup/{section.Name}";
            var form = Fields(await organiser.PageAsync(address));
            (await organiser.PostAsync(address, form)).ShouldLeadTo(address + "?done=saved");
            var text = (await organiser.PageAsync(address + "/text")).QuerySelector("textarea")!.TextContent;
            (await organiser.PostAsync(address + "/text", ("text", text))).ShouldLeadTo(address + "?done=saved");
        }

        (await site.CountAsync("contest_version WHERE contest = 1")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_change_is_one_version_and_one_line_in_the_log_however_often_it_is_sent(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        await CreateAsync(administrator);
        var address = Draft + "/setup/general";
        var old = Fields(await administrator.PageAsync(address));
        var form = With(old, ("title.vi", "Tên mới"), ("contact.vi", "Bà Nguyễn Thị Hoa, 0225 123 456"), ("colour", "blue"), ("slug", "ban-nhap-2"));
        var moved = "/manage/contests/ban-nhap-2/setup/general";
        (await administrator.PostAsync(address, form)).ShouldLeadTo(moved + "?done=saved");
        (await administrator.PostAsync(moved, form)).ShouldLeadTo(moved + "?done=saved");
        (await site.CountAsync("contest_version WHERE contest = 2")).ShouldBe(2);
        (await site.CountAsync("audit WHERE act = 'setup.general'")).ShouldBe(1);
        (await administrator.GetAsync(Draft)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "its address is another");
        site.Node.Get<ContestCatalog>().Known("ban-nhap-2")!.Definition.Title.Vi.ShouldBe("Tên mới");

        // Who still has the old page open does not undo the change.
        var late = await administrator.PostAsync(moved, With(old, ("title.vi", "Tên khác")));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("đã được người khác lưu");
        (await site.CountAsync("contest_version WHERE contest = 2")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        await CreateAsync(administrator);
        var address = Draft + "/setup/paper";
        var page = await (await administrator.PostAsync(address, With(Fields(await administrator.PageAsync(address)), ("paper.minutes", "999")))).PageAsync();
        page.QuerySelector("#f-paper-minutes-error")!.Words().ShouldBe("Cần một số nguyên từ 1 đến 180.");
        ((IHtmlInputElement)page.QuerySelector("#f-paper-minutes")!).Value.ShouldBe("999");
        page.QuerySelector("#errors a")!.GetAttribute("href").ShouldBe("#f-paper-minutes");

        // Rows are added and moved without a script, and without saving.
        var rounds = Draft + "/setup/rounds";
        var fields = Fields(await administrator.PageAsync(rounds));
        var more = await (await administrator.PostAsync(rounds, With(fields, ("act", "add:rounds[0].windows:1")))).PageAsync();
        ((IHtmlInputElement)more.QuerySelector("[name='rounds[0].windows#']")!).Value.ShouldBe("2");
        var overlap = await (await administrator.PostAsync(rounds, With(Fields(more), ("rounds[0].windows[1].opens", "2030-03-05T08:00"), ("rounds[0].windows[1].closes", "2030-03-05T09:00")))).PageAsync();
        overlap.QuerySelector("#errors")!.Words().ShouldContain("trùng với khung giờ");

        var text = await administrator.PostAsync(rounds + "/text", ("text", "rounds:\n  - number: 1\n    titel: x\n"));
        text.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await text.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("(dòng 3)");
        (await site.CountAsync("contest_version WHERE contest = 2")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_running_contest_changes_within_limits_that_say_why(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await RefusedAsync("paper", "đã mở", ("paper.minutes", "30"));
        await RefusedAsync("attempts", "số lượt thi", ("attempts.perRound", "3"));
        await RefusedAsync("rounds", "giờ mở không đổi được", ("rounds[0].windows[0].opens", "2030-03-04T08:30"));
        await RefusedAsync("general", "không đổi được", ("slug", "dia-chi-khac"));
        await AllowedAsync("prizes", ("prizes.round[0].count", "2"));
        await AllowedAsync("rounds", ("rounds[1].windows[0].closes", "2030-03-11T13:00"));

        site.Clock.Now = TestContest.Week2;
        await organiser.SignInAsync();
        await RefusedAsync("prizes", "cơ cấu giải", ("prizes.round[0].count", "1"));
        var gone = await UnitsAsync(organiser, Running, ("so-a", "Sở A", "agency", "120"));
        (await gone.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("không bỏ được");

        (await organiser.PostAsync(Running + "/setup/move", ("round", "2"), ("days", "1"), ("reason", "ngắn"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Running + "/setup/move", ("round", "2"), ("days", "1"), ("reason", "Theo công văn hỏa tốc của thành phố"))).ShouldLeadTo(Running + "/setup?done=moved");
        site.Node.Contest.Definition.News[0].Text.Vi.ShouldContain("công văn hỏa tốc");
        (await site.CountAsync("audit WHERE act = 'round.move'")).ShouldBe(1);

        async Task RefusedAsync(string section, string said, params (string, string)[] changes)
        {
            var response = await PostAsync(section, changes);
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, section);
            (await response.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain(said);
        }

        async Task AllowedAsync(string section, params (string, string)[] changes) => (await PostAsync(section, changes)).ShouldLeadTo($"{Running}/setup/{section}?done=saved");

        async Task<HttpResponseMessage> PostAsync(string section, (string, string)[] changes)
        {
            var address = $"{Running}/setup/{section}";
            return await organiser.PostAsync(address, With(Fields(await organiser.PageAsync(address)), changes));
        }
    }

    private static async Task CreateAsync(ConsoleUser administrator) =>
        (await administrator.PostAsync("/manage/new/template", Start("ban-nhap"))).ShouldLeadTo(Draft + "/setup?done=created");

    private static (string, string)[] Start(string slug) =>
    [
        ("template", "01-cchc-hang-tuan"), ("title", "Tìm hiểu cải cách hành chính năm 2030"), ("organiser", "Sở Nội vụ"), ("slug", slug), ("first", "2030-03-04"), ("weeks", "2"),
    ];

    private static Task<HttpResponseMessage> UnitsAsync(ConsoleUser user, string contest, params (string Code, string Name, string Kind, string Headcount)[] units) =>
        user.PostAsync(contest + "/setup/unit-list", [.. units.Index().SelectMany(unit => new[]
        {
            ($"unit[{unit.Index}].name", unit.Item.Name), ($"unit[{unit.Index}].code", unit.Item.Code), ($"unit[{unit.Index}].kind", unit.Item.Kind), ($"unit[{unit.Index}].headcount", unit.Item.Headcount),
        })]);

    /// <summary>What a browser would send of the form.</summary>
    internal static (string Name, string Value)[] Fields(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll(".setup-form input, .setup-form select, .setup-form textarea").SelectMany(control => control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => Array.Empty<(string, string)>(),
            IHtmlInputElement input => [(input.Name!, input.Value)],
            IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
            IHtmlTextAreaElement area => [(area.Name!, area.Value)],
            _ => [],
        }),
    ];

    private static (string, string)[] With((string Name, string Value)[] form, params (string Name, string Value)[] changes) =>
        [.. form.Where(field => changes.All(change => change.Name != field.Name)), .. changes];
}
