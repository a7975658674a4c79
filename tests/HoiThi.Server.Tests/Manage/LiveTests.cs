using HoiThi.Server.Manage;
using HoiThi.Server.Organisers;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Manage;

/// <summary>Every figure of the live page is counted, and the hour is the same at every node.</summary>
public sealed class LiveTests(PostgresServer postgres)
{
    private const string Live = "/manage/contests/" + TestContest.Slug + "/live";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task It_counts_who_sits_saves_and_submits_and_what_fails_and_asks_again_by_itself(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var sitting = await site.Node.ContestantAsync();
        using var saving = await site.Node.ContestantAsync();
        using var third = await site.Node.ContestantAsync();
        using var organiser = await ConsoleUser.SignedInAsync(site.Node, Role.Organiser);
        await sitting.StartAsync();
        var saved = await saving.StartAsync();
        await saving.SaveAsync(saved, saving.Answers(saved, 1));
        await KeepAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await third.TakeAsync(5, prediction: 1);
        site.Node.Get<ErrorCount>().Add(500);
        site.Node.Get<ErrorCount>().Add(503);
        await KeepAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        organiser.Node = second;
        var response = await organiser.GetAsync(Live);
        response.Headers.GetValues("Refresh").ShouldHaveSingleItem().ShouldBe($"15;url={Live}");
        var page = await response.PageAsync();
        Figure("đang làm bài").ShouldBe("2");
        Figure("đã lưu câu trả lời").ShouldBe("1");
        Figure("lượt đã nộp").ShouldBe("1");
        Figure("lỗi máy chủ").ShouldBe("1");
        Figure("lượt nộp mỗi phút").ShouldNotBe("…");
        page.QuerySelectorAll(".figure small").Select(small => small.Words()).ShouldContain("5 phút gần đây; 1 lần báo bận");
        page.QuerySelectorAll(".hour-graph .bar-submitted").Length.ShouldBe(1);
        page.QuerySelectorAll("form[action$='/extend']").ShouldBeEmpty();
        (await organiser.PageAsync(Live + "?still=1")).QuerySelectorAll("form[action$='/extend']").Length.ShouldBe(1);
        (await organiser.GetAsync(Live + "?still=1")).Headers.Contains("Refresh").ShouldBeFalse();

        Task KeepAsync() => site.Node.Get<RoundPulse>().RunAsync();

        string Figure(string label) => page.QuerySelectorAll(".figure").Single(figure => figure.QuerySelector("span")!.Words() == label).QuerySelector("b")!.Words();
    }
}
