using System.Net;
using HoiThi.Core.Contests;
using HoiThi.Server.Manage;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>Results that wait for the organisers, where the rules say so.</summary>
public sealed class PublishTests(PostgresServer postgres)
{
    private const string Desk = "/manage/contests/" + TestContest.Slug + "/standings";
    private const string Reason = "Ban Tổ chức đã họp ngày 11/3";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Contestants_and_the_public_wait_until_two_people_publish_and_organisers_see_all_before(DatabaseKind kind)
    {
        var rules = new PublicationRules(Moment.WhenApproved, Moment.WhenApproved, Moment.WhenApproved, Answers: Moment.WhenApproved, Place: Moment.WhenApproved, Names: NameDisplay.Masked);
        await using var site = await TestSite.StartAsync(kind, postgres, contest: TestContest.Bundle with { Contest = TestContest.Bundle.Contest with { Publication = rules } });
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync(new Person { Name = "Đặng Thị Hường" });
        var attempt = await contestant.TakeAsync(4, prediction: 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);

        (await contestant.PageAsync($"/attempts/{attempt}/result")).Body!.Words().ShouldContain("Đang chờ công bố");
        (await organiser.PageAsync(Desk + "?round=1")).QuerySelector("tbody th a")!.Words().ShouldBe("Đặng Thị Hường");
        (await organiser.PostAsync(Desk + "/1/publish", ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "the round is open");

        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        (await contestant.PageAsync(Paths.Standings + "?round=1&v=1")).Body!.Words().ShouldContain("Đang chờ công bố");
        (await contestant.PageAsync(Paths.Standings + "?round=1&v=2")).Body!.Words().ShouldNotContain("Hường");
        (await contestant.PageAsync($"/attempts/{attempt}/result")).Body!.Words().ShouldNotContain("4/5");

        using var administrator = await ConsoleUser.SignedInAsync(site.Node, Role.Administrator);
        using var colleague = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await organiser.SignInAsync();
        await administrator.PostAsync($"/manage/contests/{TestContest.Slug}/proposals/rule", ("act", PublishResults.Name));
        (await organiser.PostAsync(Desk + "/1/publish", ("reason", "x"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(Desk + "/1/publish", ("reason", Reason))).ShouldLeadTo(Desk + "?round=1&done=proposed");
        (await site.CountAsync("published_result")).ShouldBe(0);
        var id = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM proposal");
        (await colleague.PostAsync($"/manage/contests/{TestContest.Slug}/proposals/{id}/approve")).ShouldLeadTo($"/manage/contests/{TestContest.Slug}/proposals?done=approved");

        // Every node shows it.
        await second.Get<HoiThi.Server.Contests.ContestCatalog>().RefreshAsync();
        contestant.At(second);
        (await contestant.PageAsync(Paths.Standings + "?round=1&v=3")).QuerySelector("table.standing-table")!.Words().ShouldContain("Đ. T. Hường");
        var result = (await contestant.PageAsync($"/attempts/{attempt}/result")).Body!.Words();
        result.ShouldContain("4/5");
        result.ShouldContain("Giải thích cho câu");
        (await contestant.PageAsync(Paths.Standings + "?round=2&v=4")).Body!.Words().ShouldContain("Chưa công bố");
        (await site.CountAsync("audit WHERE act = 'results.publish'")).ShouldBe(1);
        (await organiser.PostAsync(Desk + "/1/publish", ("reason", Reason))).ShouldLeadTo(Desk + "?round=1&done=proposed");
        var again = await site.ValueAsync<string>("SELECT CAST(id AS text) FROM proposal WHERE outcome IS NULL");
        (await colleague.PostAsync($"/manage/contests/{TestContest.Slug}/proposals/{again}/approve")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.CountAsync("published_result")).ShouldBe(1);
    }
}
