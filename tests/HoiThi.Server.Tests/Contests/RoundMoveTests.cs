using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Contests;

/// <summary>Dates that are put off while the contest runs (contests.md C03).</summary>
public sealed class RoundMoveTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_round_is_moved_with_a_reason_that_is_kept_and_told(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        (await Move(site, 2, days: 7)).ShouldBe(2);
        await site.Node.Get<ContestCatalog>().RefreshAsync();
        site.Node.Contest.Definition.Rounds[1].Opens.ToString().ShouldBe("2030-03-18 08:00");
        (await site.ValueAsync<string>("SELECT reason FROM contest_version WHERE version = 2")).ShouldBe("Bão số 3.");
        using var visitor = site.Node.Visitor();
        var page = (await visitor.PageAsync(Paths.Home)).Body!.Words();
        page.ShouldContain("Thay đổi thời gian Tuần 2");
        page.ShouldContain("từ 08:00 18/03/2030 đến 12:00 19/03/2030 (trước đây: từ 08:00 11/03/2030 đến 12:00 12/03/2030). Lý do: Bão số 3.");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_is_cut_off_and_nothing_is_opened_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await Should.ThrowAsync<ContestImportException>(Move(site, 1, closes: "2030-03-04 09:10"))).Message.ShouldContain("Somebody sits until");
        (await Should.ThrowAsync<ContestImportException>(Move(site, 1, opens: "2030-03-04 10:00"))).Message.ShouldContain("outside its hours");
        (await Should.ThrowAsync<ContestImportException>(Move(site, 1, closes: "2030-03-04 08:30"))).Message.ShouldContain("is over");
        (await Should.ThrowAsync<ContestImportException>(Move(site, 3, days: 7))).Message.ShouldContain("There is no round 3");
        (await Should.ThrowAsync<ContestImportException>(Move(site, 2, closes: "2030-03-11 07:00"))).Message.ShouldContain("clos");
        (await Move(site, 1, closes: "2030-03-04 09:20")).ShouldBe(2, "those who sit can finish");
        await contestant.SubmitAsync(attempt);
        site.Clock.Now = new(2030, 3, 4, 9, 20, 0, TimeSpan.FromHours(7));
        (await Should.ThrowAsync<ContestImportException>(Move(site, 1, closes: "2030-03-08 17:00"))).Message.ShouldContain("not opened again");
        (await site.ValueAsync<int>("SELECT max(version) FROM contest_version")).ShouldBe(2);
    }

    private static Task<int?> Move(TestSite site, int round, string? opens = null, string? closes = null, int days = 0) => site.Node.Get<RoundMove>().MoveAsync(
        TestContest.Slug,
        round,
        calendar => calendar.Select((entry, index) => days != 0 ? entry.MovedByDays(days) : entry is SingleWindow window
            ? new SingleWindow(index == 0 && opens is not null ? Local(opens) : window.Opens, index == calendar.Count - 1 && closes is not null ? Local(closes) : window.Closes)
            : entry).ToValueList(),
        new LocalText("Bão số 3."));

    private static LocalDateTime Local(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
