using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>One question after another by the server's clock, alone and together.</summary>
public sealed class TimedTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_the_question_that_stands_is_in_the_page_and_takes_answers(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Timed);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var paper = contestant.PaperOf(attempt);
        for (var position = 0; position < TestContest.PaperLength; position++)
        {
            var page = await contestant.PageAsync(Paths.Paper(attempt));
            page.QuerySelectorAll("fieldset.question").ShouldHaveSingleItem().Id.ShouldBe($"q{position + 1}");
            page.Body!.TextContent.ShouldContain(paper.QuestionAt(position).Text.Vi);
            page.Body.TextContent.ShouldNotContain(paper.QuestionAt((position + 1) % 5).Text.Vi);
            page.QuerySelector("form.timed")!.GetAttribute("data-remaining").ShouldBe("10000");

            // Everything is sent at every question; only the one that stands is taken.
            (await contestant.SaveAsync(attempt, contestant.Answers(attempt, right: 5, sequence: 1))).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await site.ValueAsync<byte[]>("SELECT answers FROM attempt")).Where((_, index) => index % 3 == 0).Count(mask => mask != 0).ShouldBe(position + 1);
            site.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        // Between the last question and the end of the grace the page says that it is over; then the server submits.
        var over = await contestant.PageAsync(Paths.Paper(attempt));
        over.QuerySelectorAll("fieldset.question").ShouldBeEmpty();
        over.QuerySelector("[data-submit]").ShouldNotBeNull();
        site.Clock.Advance(TimeSpan.FromMilliseconds(2_001));
        using var gone = await contestant.GetAsync(Paths.Paper(attempt));
        gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector(".score b")!.TextContent.ShouldBe("5/5");
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_late_answer_is_taken_in_the_grace_and_not_after(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Timed);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(12));
        await contestant.SaveAsync(attempt, """{"changes":[[0,1,1]]}""");
        (await site.ValueAsync<byte[]>("SELECT answers FROM attempt"))[0].ShouldBe((byte)1);
        site.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await contestant.SaveAsync(attempt, """{"changes":[[0,2,2]]}""");
        (await site.ValueAsync<byte[]>("SELECT answers FROM attempt"))[0].ShouldBe((byte)1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everybody_waits_for_a_live_sitting_and_has_the_same_time(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Live);
        using var early = await site.Node.ContestantAsync();
        using var late = await site.Node.ContestantAsync();
        var opens = new DateTimeOffset(2030, 3, 4, 13, 30, 0, TimeSpan.FromHours(7));
        site.Clock.Now = opens.AddMinutes(-2);
        var room = await early.PageAsync(Paths.Round(1));
        room.Body!.Words().ShouldContain("Phòng chờ");
        room.QuerySelector("[data-countdown]")!.GetAttribute("data-countdown").ShouldBe("120000");
        room.QuerySelector("form[data-countdown-submit]").ShouldNotBeNull();
        (await early.PostAsync($"{Paths.Round(1)}/attempts", [])).ShouldLeadTo(Paths.Round(1));

        site.Clock.Now = opens;
        var first = await early.StartAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(25));
        var second = await late.StartAsync();
        (await late.PageAsync(Paths.Paper(second))).QuerySelector("fieldset.question")!.Id.ShouldBe("q3", "who comes late has missed two");
        (await early.PageAsync(Paths.Paper(first))).QuerySelector("fieldset.question")!.Id.ShouldBe("q3");
        (await site.ValueAsync<long>("SELECT count(DISTINCT deadline) FROM attempt")).ShouldBe(1);

        site.Clock.Now = opens.AddSeconds(50);
        using var latest = await site.Node.ContestantAsync();
        (await latest.PostAsync($"{Paths.Round(1)}/attempts", [])).ShouldLeadTo(Paths.Round(1));
        site.Clock.Now = opens.AddSeconds(53);
        (await site.Node.ExpireAsync()).ShouldBe(2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        // The next sitting is tomorrow: a window of its own.
        (await early.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("13:30");
        site.Clock.Now = opens.AddDays(1);
        (await early.StartAsync()).ShouldNotBe(first);
    }
}
