using System.Net;
using HoiThi.Server.Manage;
using HoiThi.Server.Organisers;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>Two registrations of one person, and a registration under a wrong identity.</summary>
public sealed class MergeTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;
    private const string Reason = "Thí sinh đăng ký hai lần, đã xác minh qua điện thoại";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Doubles_become_one_within_the_limits_with_their_receipts_and_every_count(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var kept = await site.Node.ContestantAsync();
        using var gone = await site.Node.ContestantAsync(new Person { Unit = "so-b" });
        using var other = await site.Node.ContestantAsync();
        await gone.TakeAsync(5, prediction: 1, time: TimeSpan.FromMinutes(5));
        await kept.TakeAsync(2, prediction: 2, time: TimeSpan.FromMinutes(5));
        await gone.TakeAsync(3, prediction: 3, time: TimeSpan.FromMinutes(5));
        await other.TakeAsync(4, prediction: 4);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var receipt = Receipts(await organiser.PageAsync(One(gone)))[0];

        var merge = One(kept) + "/merge";
        (await organiser.GetAsync(merge + "?other=031185999999")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.GetAsync($"{merge}?other={kept.Person.CitizenId}")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var preview = await organiser.PageAsync($"{merge}?other={gone.Person.CitizenId}");
        preview.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        preview.QuerySelectorAll("tbody tr")[2].Words().ShouldContain("vượt số lượt của một người");
        (await organiser.PostAsync(merge, ("other", gone.Person.CitizenId), ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("contestant")).ShouldBe(3);

        (await organiser.PostAsync(merge, ("other", gone.Person.CitizenId), ("keep", "this"), ("block", "yes"), ("reason", Reason))).ShouldLeadTo(One(kept) + "?done=merged");
        (await site.CountAsync("contestant")).ShouldBe(2);
        (await site.CountAsync("attempt")).ShouldBe(4);
        (await site.CountAsync("contestant_merge")).ShouldBe(1);
        (await site.CountAsync("audit WHERE act = 'contestant.merge'")).ShouldBe(1);
        var (figures, differences) = await site.Node.ReconcileAsync();
        differences.ShouldBeEmpty();
        figures.Attempts.ShouldBe(4);
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1")).ShouldBe(2);
        (await site.ValueAsync<long>("SELECT coalesce(sum(people), 0) FROM tally WHERE round = 1 AND unit = @p0", site.Node.Contest.Units.NumberOf("so-b"))).ShouldBe(0);

        // The paper and the receipt are what they were; the best of what counts makes the place.
        var story = await organiser.PageAsync(One(kept));
        Receipts(story)[0].ShouldBe(receipt);
        story.Body!.Words().ShouldContain("đúng 5/5");
        story.Body!.Words().ShouldContain("Đã nhập vào đăng ký này");
        (await organiser.GetAsync(One(gone))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Both attempts of one person are used, and nobody starts with the other identity.
        (await kept.PostAsync(Paths.Round(1) + "/attempts", [])).ShouldLeadTo(Paths.Round(1));
        (await gone.PostAsync(Paths.Round(1) + "/attempts", [])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var results = await kept.PageAsync(Paths.Round(1));
        foreach (var link in results.QuerySelectorAll("a[href$='/result']"))
        {
            (await kept.GetAsync(link.GetAttribute("href")!)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // Twice is once.
        (await organiser.PostAsync(merge, ("other", gone.Person.CitizenId), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("audit WHERE act = 'contestant.merge'")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_closed_round_is_ranked_anew_and_an_open_paper_stops_a_merge(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var kept = await site.Node.ContestantAsync(new Person { Name = "Bùi Thị Giữ" });
        using var gone = await site.Node.ContestantAsync(new Person { Name = "Bùi Thị Nhập" });
        using var other = await site.Node.ContestantAsync(new Person { Name = "Lý Văn Khác" });
        await gone.TakeAsync(5, prediction: 1);
        await kept.TakeAsync(1, prediction: 1);
        await other.TakeAsync(3, prediction: 1);
        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await kept.StartAsync(2);
        var merge = One(kept) + "/merge";
        (await organiser.PostAsync(merge, ("other", gone.Person.CitizenId), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.Node.ExpireAsync();

        // Under the two-person rule it waits for another.
        await administrator.PostAsync(Contest + "/proposals/rule", ("act", MergeContestants.Name));
        (await organiser.PostAsync(merge, ("other", gone.Person.CitizenId), ("keep", "this"), ("reason", Reason))).ShouldLeadTo(One(kept) + "?done=proposed");
        var id = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM proposal");
        (await administrator.PostAsync($"{Contest}/proposals/{id}/approve")).ShouldLeadTo(Contest + "/proposals?done=approved");

        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        var board = await kept.PageAsync(Paths.Standings + "?round=1&fresh=1");
        board.QuerySelectorAll("table.standing-table tbody tr").Length.ShouldBe(2);
        board.Body!.Words().ShouldContain("Bùi Thị Giữ");
        board.Body!.Words().ShouldNotContain("Bùi Thị Nhập");
        var console = await organiser.PageAsync($"{Contest}/standings?round=1");
        console.QuerySelectorAll("tbody th a").Select(link => link.Words()).ShouldBe(["Bùi Thị Giữ", "Lý Văn Khác"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_corrected_identity_is_another_id_under_which_everything_goes_on(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var second = await site.Node.ContestantAsync();
        await contestant.TakeAsync(4, prediction: 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var right = new Person().CitizenId;
        var form = new[] { ("name", contestant.Person.Name), ("unit", "so-a"), ("reason", Reason) };
        (await organiser.PostAsync(One(contestant) + "/correct", [.. form, ("field.citizen-id", "123")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var taken = await organiser.PostAsync(One(contestant) + "/correct", [.. form, ("field.citizen-id", second.Person.CitizenId)]);
        (await taken.PageAsync()).QuerySelector("#errors")!.Words().ShouldContain("hãy gộp hai đăng ký");

        var page = await (await organiser.PostAsync(One(contestant) + "/correct", [.. form, ("field.citizen-id", right), ("field.phone", "0987 654 321")])).PageAsync();
        var code = page.QuerySelector(".alert .secret")!.Words();
        (await site.CountAsync("contestant")).ShouldBe(2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        (await contestant.ReturnAsync(contestant.Person.CitizenId, contestant.Code)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var back = site.Node.Visitor();
        (await back.ReturnAsync(right, code)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await back.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("4/5");

        // Who has the number that was typed by mistake can register, and has all attempts.
        using var rightful = site.Node.Visitor(contestant.Person);
        await rightful.JoinAsync();
        await rightful.TakeAsync(1, prediction: 1);
        await rightful.TakeAsync(2, prediction: 1);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        // The log has what changed, but no number in full.
        var log = await site.ValueAsync<string>("SELECT after FROM audit WHERE act = 'contestant.identity'");
        log.ShouldContain(right[^3..]);
        log.ShouldNotContain(right);
        log.ShouldNotContain("987654");
        var key = site.Node.Get<Secrets>().IdOf(TestContest.Slug, right);
        (await organiser.PageAsync($"{Contest}/contestants/{key.Value}")).Body!.Words().ShouldContain("321");
    }

    private static string One(Contestant contestant) => $"{Contest}/contestants/{contestant.Id.Value}";

    private static string[] Receipts(AngleSharp.Dom.IDocument story) =>
        [.. story.QuerySelectorAll("article dt").Where(term => term.Words() == "Biên nhận").Select(term => term.NextElementSibling!.Words())];
}
