using System.Net;
using System.Text.Json;
using HoiThi.Server.Attempts;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>More time for one person, and how open papers learn that time was given.</summary>
public sealed class ExtraTimeTests(PostgresServer postgres)
{
    private const string Contest = "/manage/contests/" + TestContest.Slug;
    private const string Reason = "Thí sinh khiếm thị, đã có giấy xác nhận";
    private const long Minute = 60_000;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_counts_for_every_attempt_and_at_once_for_the_one_that_is_open(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        await other.StartAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        (await organiser.PostAsync(one + "/extra-time", ("percent", "50"), ("minutes", "x"), ("reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(one + "/extra-time", ("percent", "50"), ("minutes", "5"), ("reason", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await organiser.PostAsync(one + "/extra-time", ("percent", "50"), ("minutes", "5"), ("reason", Reason))).ShouldLeadTo(one + "?done=extra-time");
        (await LengthAsync(site, contestant)).ShouldBe(35 * Minute);
        (await LengthAsync(site, other)).ShouldBe(20 * Minute);
        (await organiser.PostAsync(one + "/extra-time", ("percent", "50"), ("minutes", "5"), ("reason", Reason))).ShouldLeadTo(one + "?done=extra-time");
        (await LengthAsync(site, contestant)).ShouldBe(35 * Minute, "given twice is given once");
        (await organiser.PostAsync(one + "/attempts/1/1/extra-time", ("minutes", "10"), ("reason", Reason))).ShouldLeadTo(one + "?done=extra-time");
        (await LengthAsync(site, contestant)).ShouldBe(45 * Minute);
        (await site.CountAsync("audit WHERE act LIKE '%extra-time'")).ShouldBe(3);

        // After the others' time it takes what it is given, and the next attempt is longer from its start.
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        await site.Node.ExpireAsync();
        (await contestant.SubmitAsync(attempt, contestant.Answers(attempt, 5))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ValueAsync<int>("SELECT correct FROM attempt WHERE contestant = @p0", site.Parameter(contestant.Id))).ShouldBe(5);
        await contestant.StartAsync();
        (await LengthAsync(site, contestant, ordinal: 2)).ShouldBe(35 * Minute);
        (await organiser.PageAsync($"{Contest}/contestants?state=extra")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_ends_with_the_window(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-30);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.StartAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        var one = $"{Contest}/contestants/{contestant.Id.Value}";
        await organiser.PostAsync(one + "/attempts/1/1/extra-time", ("minutes", "60"), ("reason", Reason));
        (await LengthAsync(site, contestant)).ShouldBe(30 * Minute);
        var refused = await organiser.PostAsync(one + "/attempts/1/1/extra-time", ("minutes", "5"), ("reason", Reason));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).Body!.Words().ShouldContain("hết khung giờ");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_open_paper_hears_of_a_move_by_an_answer_that_is_the_same_for_all(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-60);
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await MovesAsync(contestant, 0)).GetProperty("all").EnumerateObject().ShouldBeEmpty();

        await organiser.PostAsync(Contest + "/rounds/1/extend", ("minutes", "15"), ("reason", "Mất điện tại trung tâm dữ liệu"));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        (await MovesAsync(contestant, 1)).GetProperty("all").GetProperty("1").GetInt64().ShouldBe(5_000);
        (await TimeAsync(contestant, attempt)).ShouldBe((35 * Minute) - 5_000);

        await organiser.PostAsync($"{Contest}/contestants/{contestant.Id.Value}/extra-time", ("percent", "0"), ("minutes", "10"), ("reason", Reason));
        var some = (await MovesAsync(contestant, 2)).GetProperty("some").EnumerateObject().ShouldHaveSingleItem();
        some.Name.ShouldBe(DeadlineMoves.HashOf(attempt));
        (await other.GetAsync($"/attempts/{attempt}/deadline")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // Long after nobody needs to be told any more.
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.Node.Get<DeadlineMoves>().RunAsync();
        (await MovesAsync(contestant, 3)).GetProperty("all").EnumerateObject().ShouldBeEmpty();
    }

    private static async Task<long> TimeAsync(Contestant contestant, string attempt)
    {
        using var response = await contestant.GetAsync($"/attempts/{attempt}/deadline");
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("remaining").GetInt64();
    }

    // Past the cache, which keeps an answer for three seconds.
    private static async Task<JsonElement> MovesAsync(Contestant contestant, int fresh)
    {
        using var response = await contestant.GetAsync($"{Paths.Home}/deadlines?{fresh}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static Task<long> LengthAsync(TestSite site, Contestant contestant, int ordinal = 1) =>
        site.ValueAsync<long>("SELECT deadline - started FROM attempt WHERE contestant = @p0 AND ordinal = @p1", site.Parameter(contestant.Id), ordinal);
}
