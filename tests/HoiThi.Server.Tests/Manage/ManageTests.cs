using System.IO.Compression;
using System.Net;
using HoiThi.Core.Contests;
using HoiThi.Server.Manage;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>What organisers do to a contest and to its contestants.</summary>
public sealed class ManageTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;
    private const string Reason = "Theo biên bản số 12 của Ban Tổ chức";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_contest_comes_in_as_a_zip_with_the_mistakes_of_the_command_line_is_copied_and_goes_out(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        var zip = await ContestZip.PackAsync(TestContest.Bundle with { Contest = TestContest.Bundle.Contest with { Slug = "lan-hai", Title = new("Hội thi lần hai") } });

        (await administrator.UploadAsync("/manage/new/zip", zip)).ShouldLeadTo("/manage/contests/lan-hai?done=imported");
        (await administrator.PageAsync("/manage/contests/lan-hai")).QuerySelector("h1")!.Words().ShouldBe("Hội thi lần hai");
        (await administrator.UploadAsync("/manage/new/zip", zip)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var broken = await (await administrator.UploadAsync("/manage/new/zip", Broken(zip))).PageAsync();
        broken.QuerySelector(".mistakes")!.Words().ShouldContain("contest.yaml:");
        var nothing = await administrator.UploadAsync("/manage/new/zip", "no zip"u8.ToArray());
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await administrator.PostAsync("/manage/new/copy", ("of", TestContest.Slug), ("title", "Bản sao"), ("slug", "ban-sao"), ("weeks", "10"))).ShouldLeadTo("/manage/contests/ban-sao?done=imported");
        (await administrator.PostAsync("/manage/new/copy", ("of", TestContest.Slug), ("title", "Bản sao"), ("slug", "Bản sao!"), ("weeks", "10"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var copy = site.Node.Get<HoiThi.Server.Contests.ContestCatalog>().Known("ban-sao")!;
        copy.Rounds[0].Opens.ShouldBe(site.Node.Contest.Rounds[0].Opens + (70L * 24 * 3_600_000));

        var exported = await (await administrator.GetAsync("/manage/contests/lan-hai/definition/export")).Content.ReadAsByteArrayAsync();
        new ZipArchive(new MemoryStream(exported)).Entries.Select(entry => entry.FullName).ShouldContain("contest.yaml");
        var log = (await administrator.PageAsync("/manage/audit?q=lan-hai")).QuerySelector("table")!.Words();
        log.ShouldContain("Nhập hồ sơ hội thi");
        log.ShouldContain("Tải hồ sơ hội thi");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_contestant_is_found_without_diacritics_and_seen_in_full_only_with_a_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync(new Person { Name = "Trần Thị Thúy Hường" });
        var attempt = await contestant.TakeAsync(3, prediction: 7);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);

        foreach (var query in new[] { "tran thuy huong", "Hường", contestant.Person.CitizenId, attempt })
        {
            (await organiser.PageAsync($"{Contest}/contestants?q={Uri.EscapeDataString(query)}")).QuerySelector("tbody th a")!.Words().ShouldBe("Trần Thị Thúy Hường", query);
        }

        (await organiser.PageAsync($"{Contest}/contestants?q=nobody+here")).QuerySelector("tbody").ShouldBeNull();
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        var story = (await organiser.PageAsync(one)).Body!.Words();
        story.ShouldNotContain(contestant.Person.CitizenId);
        story.ShouldContain(contestant.Person.CitizenId[^3..]);
        story.ShouldContain("đúng 3/5");
        story.ShouldContain("Biên nhận");

        (await organiser.PostAsync(one + "/reveal", ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await organiser.PostAsync(one + "/reveal", ("reason", Reason))).PageAsync()).Body!.Words().ShouldContain(contestant.Person.CitizenId);
        (await organiser.PageAsync($"{Contest}/audit?act=contestant.reveal")).QuerySelector("table")!.Words().ShouldContain(Reason);
        (await site.CountAsync("audit WHERE act = 'contestant.reveal'")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_new_personal_code_works_and_the_old_one_no_longer(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var page = await (await organiser.PostAsync($"{Contest}/contestants/{contestant.Id.Value}/code")).PageAsync();
        var code = page.QuerySelector(".secret")!.Words();
        (await ReturnAsync(site, contestant, contestant.Code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReturnAsync(site, contestant, code)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_correction_of_the_unit_moves_every_count_and_a_recount_agrees(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        using var other = await site.Node.ContestantAsync();
        await other.TakeAsync(2, prediction: 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        (await organiser.PostAsync(one + "/correct", ("name", "Nguyễn Văn Đúng"), ("unit", "so-b"), ("reason", Reason))).ShouldLeadTo(one + "?done=corrected");
        (await organiser.PostAsync(one + "/correct", ("name", "Sai"), ("unit", "so-b"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (figures, differences) = await site.Node.ReconcileAsync();
        differences.ShouldBeEmpty();
        figures.Attempts.ShouldBe(2);
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1 AND unit = @p0", site.Node.Contest.Units.NumberOf("so-b"))).ShouldBe(1);
        (await organiser.PageAsync(one)).QuerySelector("h1")!.Words().ShouldBe("Nguyễn Văn Đúng");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_blocked_starts_no_more(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        (await organiser.PostAsync(one + "/block", ("reason", Reason))).ShouldLeadTo(one + "?done=blocked");
        (await contestant.PostAsync(Paths.Round(1) + "/attempts", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await organiser.PostAsync(one + "/block", ("reason", Reason))).ShouldLeadTo(one + "?done=unblocked");
        (await contestant.PostAsync(Paths.Round(1) + "/attempts", [])).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_coordinator_sees_the_contestants_of_the_own_unit_and_those_below_only(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var below = await site.Node.ContestantAsync(new Person { Name = "Lê Thị Trong", Unit = "phong-a1" });
        using var outside = await site.Node.ContestantAsync(new Person { Name = "Lê Thị Ngoài", Unit = "so-b" });
        using var coordinator = await ConsoleUser.SignedInAsync(site.Node, Role.Coordinator);
        var found = await coordinator.PageAsync($"{Contest}/contestants?q=le+thi");
        found.QuerySelectorAll("tbody th a").Select(link => link.Words()).ShouldBe(["Lê Thị Trong"]);
        (await coordinator.PageAsync($"{Contest}/contestants?q={outside.Person.CitizenId}")).QuerySelector("tbody").ShouldBeNull();
        (await coordinator.GetAsync($"{Contest}/contestants/{below.Id.Value}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await coordinator.GetAsync($"{Contest}/contestants/{outside.Id.Value}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await coordinator.PostAsync($"{Contest}/contestants/{outside.Id.Value}/code")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_attempt_is_voided_and_given_back_with_its_line_in_the_log(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        (await organiser.PostAsync(one + "/attempts/1/1/void", ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(one + "/attempts/1/1/void", ("reason", Reason))).ShouldLeadTo(one + "?done=voided");
        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(3);
        (await site.CountAsync("audit WHERE act = 'attempt.void'")).ShouldBe(1);

        // A second time nothing is done, and nothing is logged.
        (await organiser.PostAsync(one + "/attempts/1/1/void", ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("audit WHERE act = 'attempt.void'")).ShouldBe(1);
        (await organiser.PostAsync(one + "/attempts/1/1/give-back", ("reason", Reason))).ShouldLeadTo(one + "?done=given-back");
        (await organiser.PageAsync(one)).Body!.Words().ShouldContain("Đã trả lại");
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Under_the_two_person_rule_one_proposes_and_another_approves(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        using var first = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        using var second = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await administrator.PostAsync(Contest + "/proposals/rule", ("act", "attempt.void"), ("act", "no.such"))).ShouldLeadTo(Contest + "/proposals?done=saved");

        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        (await first.PostAsync(one + "/attempts/1/1/void", ("reason", Reason))).ShouldLeadTo(one + "?done=proposed");
        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(1);
        var id = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM proposal");
        (await first.PostAsync($"{Contest}/proposals/{id}/approve")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.PostAsync($"{Contest}/proposals/{id}/approve")).ShouldLeadTo(Contest + "/proposals?done=approved");
        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(3);
        (await second.PostAsync($"{Contest}/proposals/{id}/approve")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.ValueAsync<string>("SELECT outcome FROM proposal")).ShouldBe("done");
        (await site.CountAsync("audit WHERE act LIKE 'attempt.void%'")).ShouldBe(2);

        await contestant.TakeAsync(1, prediction: 1);
        await first.PostAsync(one + "/attempts/1/2/void", ("reason", Reason));
        var next = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM proposal WHERE outcome IS NULL");
        (await first.PostAsync($"{Contest}/proposals/{next}/end")).ShouldLeadTo(Contest + "/proposals?done=withdrawn");
        (await second.PageAsync(Contest + "/proposals")).Body!.Words().ShouldContain("Đã rút");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_trouble_all_open_attempts_and_the_window_get_minutes_and_everybody_is_told(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-10);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.StartAsync();
        var (deadline, closes) = (await site.ValueAsync<long>("SELECT deadline FROM attempt"), site.Node.Contest.Rounds[0].Closes);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var live = await organiser.PageAsync(Contest + "/live");
        live.QuerySelector(".figure b")!.Words().ShouldBe("1");

        (await organiser.PostAsync(Contest + "/rounds/1/extend", ("minutes", "0"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Contest + "/rounds/2/extend", ("minutes", "15"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Contest + "/rounds/1/extend", ("minutes", "15"), ("reason", "Mất điện tại trung tâm dữ liệu"))).ShouldLeadTo(Contest + "/live?done=extended");
        (await site.ValueAsync<long>("SELECT deadline FROM attempt")).ShouldBe(deadline + 900_000);
        site.Node.Contest.Rounds[0].Closes.ShouldBe(closes + 900_000);
        site.Node.Contest.Definition.News[0].Text.Vi.ShouldContain("Mất điện");
        (await site.CountAsync("audit WHERE act = 'round.extend'")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Texts_are_previewed_without_harm_and_saved_with_what_was_before(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var page = TestContest.Bundle.Contest.Pages[0].Slug;
        var preview = await (await organiser.PostAsync($"{Contest}/texts/{page}", ("lang", "vi"), ("act", "preview"), ("text", "## Mục <script>alert(1)</script>\n\n**đậm**"))).PageAsync();
        preview.QuerySelector(".prose strong")!.Words().ShouldBe("đậm");
        preview.QuerySelector(".prose script").ShouldBeNull();
        (await organiser.PostAsync($"{Contest}/texts/{page}", ("lang", "vi"), ("act", "save"), ("text", "## Điều 1\n\nMỗi người ba lượt."))).ShouldLeadTo(Contest + "/texts?done=saved");
        using var visitor = site.Node.Visitor();
        (await visitor.PageAsync($"{Paths.Home}/pages/{page}")).QuerySelector("article")!.Words().ShouldContain("ba lượt");
        (await site.ValueAsync<string>("SELECT before FROM audit WHERE act = 'text.edit'")).ShouldContain("hai lượt");

        (await organiser.PostAsync(Contest + "/texts/news", ("date", "2030-03-04"), ("title", "Khai mạc"), ("text", "Tuần 1 đã mở."))).ShouldLeadTo(Contest + "/texts?done=saved");
        site.Node.Contest.Definition.News[0].Title.ShouldBe(new LocalText("Khai mạc"));
        (await organiser.PostAsync(Contest + "/texts/news", ("date", "2030-03-04"), ("title", ""), ("text", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Contest + "/texts/news/remove", ("date", "2030-03-04"), ("title", "Khai mạc"))).ShouldLeadTo(Contest + "/texts?done=saved");
        site.Node.Contest.Definition.News.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_log_is_searched_and_exported_and_no_cell_is_a_formula(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await organiser.PostAsync($"{Contest}/contestants/{contestant.Id.Value}/block", ("reason", "=HYPERLINK(\"http://x\") 100%"));
        (await organiser.PageAsync(Contest + "/audit?q=hyperlink+100%25")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await organiser.PageAsync(Contest + "/audit?q=200%25")).QuerySelector("tbody").ShouldBeNull();
        var csv = await (await organiser.GetAsync(Contest + "/audit/export.csv")).Content.ReadAsStringAsync();
        csv.ShouldContain("\"'=HYPERLINK(");
        var excel = await (await organiser.GetAsync(Contest + "/audit/export.xlsx")).Content.ReadAsByteArrayAsync();
        new ZipArchive(new MemoryStream(excel)).Entries.Count.ShouldBeGreaterThan(3);
    }

    private static Task<HttpResponseMessage> ReturnAsync(TestSite site, Contestant contestant, string code) =>
        site.Node.Visitor().ReturnAsync(contestant.Person.CitizenId, code);

    private static byte[] Broken(byte[] zip)
    {
        using var changed = new MemoryStream();
        changed.Write(zip);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("contest.yaml")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("contest.yaml").Open());
            writer.Write("slug: hong\ntitle: 5\nrounds: sai\n");
        }

        return changed.ToArray();
    }
}
