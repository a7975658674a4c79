using System.Net;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contests;

/// <summary>A round whose questions come later: it is there, it says so, and nobody can start in it.</summary>
public sealed class UnsealedTests(PostgresServer postgres)
{
    /// <summary>The test contest, in which the questions of week 2 are sealed later.</summary>
    internal static ContestBundle Bundle { get; } = TestContest.Bundle with
    {
        Contest = TestContest.Bundle.Contest with { Rounds = [TestContest.Bundle.Contest.Rounds[0], TestContest.Bundle.Contest.Rounds[1] with { QuestionFile = null }] },
        Banks = [TestContest.Bundle.Banks[0]],
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_round_without_questions_opens_and_nobody_can_start_until_they_are_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await organiser.PageAsync("/manage/contests/" + TestContest.Slug)).QuerySelector(".alert.bad").ShouldBeNull("it opens in a week");

        site.Clock.Now = TestContest.Week2;
        var page = await contestant.PageAsync(Paths.Round(2));
        page.QuerySelector("main p.alert")!.Words().ShouldContain("Đề thi đang được chuẩn bị");
        page.QuerySelector("form[action$=attempts]").ShouldBeNull();
        (await contestant.PostAsync(Paths.Round(2) + "/attempts", [])).ShouldLeadTo(Paths.Round(2));
        (await site.CountAsync("attempt WHERE round = 2")).ShouldBe(0);
        await contestant.PageAsync(Paths.Home);
        await contestant.PageAsync(Paths.Home + "/standings?round=2");
        await contestant.PageAsync(Paths.Home + "/standings");
        using var late = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        (await late.PageAsync("/manage/contests/" + TestContest.Slug)).QuerySelector(".alert.bad")!.Words().ShouldContain("Tuần 2");

        await site.Node.ImportAsync(TestContest.Bundle);
        await contestant.StartAsync(2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_comes_out_as_it_went_in_and_what_was_sealed_is_not_unsealed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Bundle);
        var store = site.Node.Get<ContestStore>();
        var exported = (await store.ExportAsync(TestContest.Slug))!;
        exported.Contest.ShouldBe(Bundle.Contest);
        exported.Banks.ShouldBe(Bundle.Banks);
        (await store.ImportAsync(exported)).ShouldBe(2);
        (await site.CountAsync("question_set")).ShouldBe(1);

        await site.Node.ImportAsync(TestContest.Bundle);
        (await Should.ThrowAsync<ContestImportException>(store.ImportAsync(Bundle))).Message.ShouldContain("Round 2");
        (await site.CountAsync("question_set")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_hash_stands_on_the_public_page_where_the_round_says_so(DatabaseKind kind)
    {
        var rounds = TestContest.Bundle.Contest.Rounds;
        await using var site = await TestSite.StartAsync(
            kind, postgres, contest: TestContest.Bundle with { Contest = TestContest.Bundle.Contest with { Rounds = [rounds[0], rounds[1] with { PublishHash = true }] } });
        using var visitor = site.Node.Visitor();
        (await visitor.PageAsync(Paths.Round(1))).QuerySelector("main code").ShouldBeNull();
        (await visitor.PageAsync(Paths.Round(2))).QuerySelector("main code")!.Words().ShouldBe(Convert.ToHexStringLower(site.Node.SetOf(2).Hash.Span));
    }
}
