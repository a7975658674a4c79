using System.Net;
using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Starting: once is once, and no attempt beyond the limit.</summary>
public sealed class StartTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fifty_taps_at_once_are_one_attempt(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => contestant.StartAsync()));
        started.Distinct().ShouldHaveSingleItem();
        (await site.CountAsync("attempt")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fifty_taps_on_two_nodes_and_two_devices_are_one_attempt(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var phone = await site.Node.ContestantAsync();
        using var desk = second.Visitor(phone.Person);
        (await desk.ReturnAsync(phone.Person.CitizenId, phone.Code)).ShouldLeadTo(Paths.Home);
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(tap => (tap % 2 == 0 ? phone : desk).StartAsync()));
        started.Distinct().ShouldHaveSingleItem();
        (await site.CountAsync("attempt")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Starting_again_leads_to_the_attempt_in_progress(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.StartAsync()).ShouldBe(attempt);
        (await contestant.PageAsync(Paths.Round(1))).QuerySelector("a.btn-go")!.GetAttribute("href").ShouldBe(Paths.Paper(attempt));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_the_last_attempt_there_is_no_other(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(1);
        await contestant.TakeAsync(2);

        var refused = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => contestant.PostAsync($"{Paths.Round(1)}/attempts", [])));

        refused.ShouldAllBe(response => response.Headers.Location!.OriginalString == Paths.Round(1));
        (await contestant.PageAsync(Paths.Round(1))).QuerySelector("main p.alert")!.Words().ShouldContain("đã dùng hết 2 lượt");
        (await site.CountAsync("attempt")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_limit_holds_against_taps_on_two_nodes_while_the_last_attempt_is_submitted(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync();
        using var elsewhere = second.Visitor(contestant.Person);
        (await elsewhere.ReturnAsync(contestant.Person.CitizenId, contestant.Code)).ShouldLeadTo(Paths.Home);
        for (var turn = 0; turn < 3; turn++)
        {
            var attempt = await contestant.PostAsync($"{Paths.Round(1)}/attempts", []);
            var id = attempt.Headers.Location!.OriginalString.Split('/')[^1];
            await Task.WhenAll(Enumerable.Range(0, 10).Select(async each =>
            {
                var hand = each % 2 == 0 ? contestant : elsewhere;
                (each < 5 && id.Length > 5 ? await hand.SubmitAsync(id) : await hand.PostAsync($"{Paths.Round(1)}/attempts", [])).Dispose();
            }));
        }

        (await site.CountAsync("attempt")).ShouldBe(2);
        (await site.ValueAsync<int>("SELECT max(ordinal) FROM attempt")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_starts_before_the_window_between_windows_and_after_the_last(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        foreach (var moment in new[]
        {
            TestContest.Week2.AddHours(-1).AddSeconds(-1), // a second before 08:00
            TestContest.Week2.AddHours(3), // 12:00, which the first window excludes
            TestContest.Week2.AddHours(8), // 17:00, between the windows
            TestContest.Week2.AddDays(1).AddHours(3), // 12:00 on the second day
        })
        {
            site.Clock.Now = moment;
            using var response = await contestant.PostAsync($"{Paths.Round(2)}/attempts", []);
            response.ShouldLeadTo(Paths.Round(2));
        }

        (await site.CountAsync("attempt")).ShouldBe(0);
        site.Clock.Now = TestContest.Week2.AddHours(-1);
        await contestant.StartAsync(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_start_has_until_the_window_ends(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var early = await site.Node.ContestantAsync();
        using var late = await site.Node.ContestantAsync();
        await early.StartAsync();
        (await site.ValueAsync<long>("SELECT deadline - started FROM attempt WHERE contestant = @p0", site.Parameter(early.Id)))
            .ShouldBe((long)TimeSpan.FromMinutes(20).TotalMilliseconds);

        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-7);
        (await late.PageAsync(Paths.Round(1))).QuerySelector("p.alert.warn")!.Words().ShouldContain("chỉ còn 7 phút");
        var attempt = await late.StartAsync();
        (await site.ValueAsync<long>("SELECT deadline FROM attempt WHERE contestant = @p0", site.Parameter(late.Id)))
            .ShouldBe(TestContest.Week1Closes.ToUnixTimeMilliseconds());
        (await late.PageAsync(Paths.Paper(attempt))).QuerySelector("form.paper")!.GetAttribute("data-remaining").ShouldBe("420000");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_not_signed_in_is_led_to_the_code_and_a_script_is_told(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var visitor = site.Node.Visitor();
        using (var person = await visitor.PostAsync($"{Paths.Round(1)}/attempts", []))
        {
            person.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            person.Headers.Location!.OriginalString.ShouldBe(Paths.Join + "?way=return");
        }

        var id = new AttemptId(site.Node.Contest.Number, visitor.Id, 1, 1).ToString();
        using var script = await visitor.SaveAsync(id, "{\"changes\":[]}");
        script.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var told = await script.JsonAsync();
        told.GetProperty("state").GetString().ShouldBe("signed-out");
        told.GetProperty("join").GetString().ShouldBe(Paths.Join);
    }

    [Theory]
    [InlineData("/competition/khong-co/rounds/1/attempts")]
    [InlineData(Paths.Home + "/rounds/3/attempts")]
    [InlineData(Paths.Home + "/rounds/0/attempts")]
    [InlineData(Paths.Home + "/rounds/99999999999/attempts")]
    public async Task What_does_not_exist_cannot_be_started(string path)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        using var response = await contestant.PostAsync(path, []);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
