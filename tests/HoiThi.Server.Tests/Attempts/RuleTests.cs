using System.Net;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Jobs;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Limits, predictions after the paper, divisions, practice, and what organisers do to attempts.</summary>
public sealed class RuleTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_prediction_after_the_paper_is_taken_once_until_the_round_closes(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.PredictedAfter);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.PageAsync(Paths.Paper(attempt))).QuerySelector("[name=prediction]").ShouldBeNull();
        await contestant.SubmitAsync(attempt, contestant.Answers(attempt, right: 3, prediction: 77));
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector("form[action$=prediction] [name=prediction]").ShouldNotBeNull();
        (await site.ValueAsync<long>("SELECT count(*) FROM attempt WHERE prediction IS NOT NULL")).ShouldBe(0);

        foreach (var guess in new[] { "1.234", "99" })
        {
            (await contestant.PostAsync($"/attempts/{attempt}/prediction", new(StringComparer.Ordinal) { ["prediction"] = guess })).ShouldLeadTo(Paths.Result(attempt));
        }

        (await site.ValueAsync<long>("SELECT prediction FROM standing WHERE round = 1")).ShouldBe(1_234);
        (await site.ValueAsync<long>("SELECT prediction FROM standing WHERE round = 0")).ShouldBe(1_234, "it is about the contest");
        var page = await contestant.PageAsync(Paths.Result(attempt));
        page.QuerySelector("form[action$=prediction]").ShouldBeNull();
        page.Body!.Words().ShouldContain("1.234");

        var second = await contestant.StartAsync();
        await contestant.SubmitAsync(second);
        site.Clock.Now = TestContest.Week1Closes;
        await contestant.PostAsync($"/attempts/{second}/prediction", new(StringComparer.Ordinal) { ["prediction"] = "5" });
        (await site.ValueAsync<long>("SELECT count(*) FROM attempt WHERE prediction IS NOT NULL")).ShouldBe(1);

        // A guess in a later round is the contest's from then on; the round's own stays.
        site.Clock.Now = TestContest.Week2;
        var third = await contestant.TakeAsync(1, round: 2);
        (await site.ValueAsync<long>("SELECT prediction FROM standing WHERE round = 0")).ShouldBe(1_234);
        await contestant.PostAsync($"/attempts/{third}/prediction", new(StringComparer.Ordinal) { ["prediction"] = "5" });
        (await site.ValueAsync<long>("SELECT prediction FROM standing WHERE round = 0")).ShouldBe(5);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Limits_are_told_in_words_and_kept_over_rounds(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Limited);
        using var contestant = await site.Node.ContestantAsync();
        (await contestant.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("Còn 1 lượt hôm nay · 3 lượt cả hội thi.");
        await contestant.TakeAsync(5);
        var page = await contestant.PageAsync(Paths.Round(1));
        page.Body!.Words().ShouldContain("Bạn đã dùng hết 1 lượt thi của hôm nay");
        (await contestant.PostAsync($"{Paths.Round(1)}/attempts", [])).ShouldLeadTo(Paths.Round(1));

        site.Clock.Advance(TimeSpan.FromDays(1));
        await contestant.TakeAsync(2);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 1")).ShouldBe(350, "the mean of 500 and 200");
        (await contestant.PageAsync(Paths.Round(1))).QuerySelectorAll(".chip.good").Count(chip => chip.TextContent.Contains("Được tính", StringComparison.Ordinal)).ShouldBe(0);

        site.Clock.Now = TestContest.Week2;
        (await contestant.PageAsync(Paths.Round(2))).Body!.Words().ShouldContain("Còn 1 lượt hôm nay · 1 lượt cả hội thi.");
        await contestant.TakeAsync(4, round: 2);
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await contestant.PageAsync(Paths.Round(2))).Body!.Words().ShouldContain("Bạn đã dùng hết 3 lượt thi của cả hội thi.");
        (await contestant.PostAsync($"{Paths.Round(2)}/attempts", [])).ShouldLeadTo(Paths.Round(2));
        (await site.CountAsync("attempt")).ShouldBe(3);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(750);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_division_has_its_own_questions_time_and_counts(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Divided);
        using var staff = await site.Node.ContestantAsync();
        using var person = await site.Node.ContestantAsync();
        await site.ExecuteAsync("UPDATE contestant SET division = 0");
        await site.ExecuteAsync("UPDATE contestant SET division = 1 WHERE id = @p0", site.Parameter(person.Id));
        (await person.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("phút10một lượt");
        (await staff.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("phút20một lượt");

        var theirs = await person.StartAsync();
        var page = await person.PageAsync(Paths.Paper(theirs));
        page.QuerySelectorAll(".question-text").Count(text => text.TextContent.StartsWith("Dành cho người dân", StringComparison.Ordinal)).ShouldBe(5);
        (await person.SaveAsync(theirs, """{"changes":[[0,1,1]]}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        (await person.SaveAsync(theirs, """{"changes":[[0,2,2]]}""")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "ten minutes and the grace");
        (await person.PageAsync(Paths.Result(theirs))).Body!.Words().ShouldContain("Thứ 1 trong 1 người");

        await staff.TakeAsync(5);
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1 AND division = 1")).ShouldBe(1);
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1 AND division = 0")).ShouldBe(1);
        (await site.ValueAsync<long>("SELECT count(*) FROM standing WHERE division = 1")).ShouldBe(2, "the round's and the contest's");
        (await site.ValueAsync<long>("SELECT count(*) FROM question_set WHERE round = 1")).ShouldBe(2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        var exported = await site.Node.Get<ContestStore>().ExportAsync(TestContest.Slug);
        exported!.Contest.ShouldBe(RuleContests.Divided.Contest);
        exported.Banks.ShouldBe(RuleContests.Divided.Banks);
        (await site.Node.Get<ContestStore>().ImportAsync(exported)).ShouldBe(2, "the same questions are no new sets, and the round has opened");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Practice_counts_nowhere_else_and_is_wiped(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: RuleContests.Practised);
        using var contestant = await site.Node.ContestantAsync();
        (await contestant.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("Đợt thi thử");
        var attempt = await contestant.TakeAsync(4);
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector(".score b")!.TextContent.ShouldBe("4/5");
        (await site.ValueAsync<long>("SELECT count(*) FROM standing WHERE round = 0")).ShouldBe(0);
        (await site.ValueAsync<long>("SELECT count(*) FROM tally WHERE round = 0")).ShouldBe(0);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        (await site.Node.Get<WipePractice>().RunAsync()).ShouldBe(0);
        await contestant.StartAsync();
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(1);
        (await site.Node.Get<WipePractice>().RunAsync()).ShouldBe(2);
        (await site.Node.Get<WipePractice>().RunAsync()).ShouldBe(0);
        foreach (var table in new[] { "attempt", "standing", "tally", "spread" })
        {
            (await site.CountAsync(table)).ShouldBe(0, table);
        }

        using var gone = await contestant.GetAsync(Paths.Result(attempt));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        site.Clock.Now = TestContest.Week2;
        await contestant.TakeAsync(3, round: 2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_organisers_strike_out_counts_no_more_and_what_they_give_back_can_be_taken_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var first = await contestant.TakeAsync(5);
        var second = await contestant.TakeAsync(2);
        var (writer, round) = (site.Node.Get<AttemptWriter>(), site.Node.Contest.LiveRound(1)!);
        var written = 0;

        (await writer.Void(round, Id(first), Log)).Refusal.ShouldBeNull();
        (await writer.Void(round, Id(first), Log)).Refusal.ShouldBeNull();
        written.ShouldBe(1, "doing it again does nothing");
        (await site.ValueAsync<long>("SELECT count(*) FROM setting WHERE name LIKE 'log%'")).ShouldBe(1, "in the same transaction");
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 1")).ShouldBe(200);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(200);
        (await contestant.PostAsync($"{Paths.Round(1)}/attempts", [])).ShouldLeadTo(Paths.Round(1));
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        (await writer.GiveBack(round, Id(second))).Refusal.ShouldBeNull();
        (await site.CountAsync("standing")).ShouldBe(0, "nothing counts");
        (await site.ValueAsync<long>("SELECT sum(people) + sum(attempts) + sum(score) FROM tally")).ShouldBe(0);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        (await contestant.PageAsync(Paths.Round(1))).Body!.Words().ShouldContain("Ban Tổ chức đã hủy và trả lại lượt này");
        Id(await contestant.TakeAsync(4)).Ordinal.ShouldBe((short)3);
        (await site.ValueAsync<int>("SELECT score FROM standing WHERE round = 0")).ShouldBe(400);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        async Task Log(System.Data.Common.DbConnection connection, CancellationToken cancel)
        {
            written++;
            await using var command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO setting (name, value) VALUES ('log{written}', 'x')";
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static AttemptId Id(string attempt) => AttemptId.TryParse(attempt, out var id) ? id : throw new ArgumentException(attempt);
}
