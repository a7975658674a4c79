using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;
using HoiThi.Formats.Contests;
using HoiThi.Server.Jobs;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Results;

/// <summary>What the public sees and when: frozen boards, counts once a day, masked names, complaints, the draw.</summary>
public sealed class PublicationTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_board_stands_still_before_the_end_and_tells_all_when_the_round_is_closed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(publication => publication with { FreezeMinutes = 60 }));
        using var first = await site.Node.ContestantAsync();
        using var second = await site.Node.ContestantAsync();
        await first.TakeAsync(2);
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-59);
        await site.Node.Get<TakeSnapshots>().RunAsync();
        await second.TakeAsync(5);
        await first.TakeAsync(4);

        var frozen = await first.PageAsync(Paths.Standings + "?round=1&v=1");
        Names(frozen).ShouldBe([first.Person.Name]);
        frozen.QuerySelector(".page-head p")!.Words().ShouldContain("1 người được xếp hạng");
        frozen.QuerySelector("table.standing-table tbody td b")!.Words().ShouldBe("1");
        frozen.QuerySelector("p.explain")!.Words().ShouldContain("tạm dừng cập nhật");
        Names(await first.PageAsync(Paths.Standings + "?round=0&v=1")).ShouldBe([first.Person.Name]);

        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        Names(await first.PageAsync(Paths.Standings + "?round=1&v=2")).ShouldBe([second.Person.Name, first.Person.Name]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counts_are_renewed_once_a_day_at_the_hour_that_the_rules_say(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(publication => publication with { CountsAt = new TimeOnly(11, 0) }));
        using var first = await site.Node.ContestantAsync();
        using var second = await site.Node.ContestantAsync();
        site.Clock.Now = TestContest.Week1; // 9:00
        await first.TakeAsync(2);
        await Take();
        site.Clock.Now = TestContest.Week1.AddHours(2); // 11:00
        await Take();
        await second.TakeAsync(3);
        await Take();
        (await CountAsync("?v=1")).ShouldBe("1");
        site.Clock.Now = TestContest.Week1.AddHours(25);
        await Take();
        (await CountAsync("?v=2")).ShouldBe("1");
        site.Clock.Now = TestContest.Week1.AddHours(26);
        await Take();
        (await CountAsync("?v=3")).ShouldBe("2");

        Task Take() => site.Node.Get<TakeSnapshots>().RunAsync();

        async Task<string> CountAsync(string query)
        {
            var page = await first.PageAsync(Paths.Participation + query + "&round=1");
            page.QuerySelector(".page-head p")!.Words().ShouldContain("11:00");
            return page.QuerySelector("table.unit-table tfoot td[data-label='Đã thi']")!.Words();
        }
    }

    [Theory]
    [InlineData(NameDisplay.Masked, "Đ. T. Hường")]
    [InlineData(NameDisplay.Hidden, "(không công bố tên)")]
    public async Task Names_are_masked_or_hidden_and_cannot_be_searched_for(NameDisplay names, string shown)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres, contest: With(publication => publication with { Names = names }));
        using var person = await site.Node.ContestantAsync(new Person { Name = "Đặng Thị Hường" });
        await person.TakeAsync(2);
        Names(await person.PageAsync(Paths.Standings + "?round=1")).ShouldBe([shown]);
        Names(await person.PageAsync(Paths.Standings + "?round=1&q=dang+thi")).ShouldBeEmpty();
        (await person.PageAsync(Paths.Standings + "?round=1&v=2")).Body!.TextContent.ShouldNotContain("Đặng");
    }

    [Fact]
    public async Task Results_are_preliminary_while_they_can_be_complained_of()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres, contest: With(publication => publication with { ComplaintDays = 5 }));
        using var person = await site.Node.ContestantAsync();
        await person.TakeAsync(2);
        site.Clock.Now = TestContest.Week1Closes.AddDays(1);
        await site.Node.CloseAsync(1);
        var page = await person.PageAsync(Paths.Standings + "?round=1&v=1");
        page.QuerySelector(".page-head .chip")!.Words().ShouldBe("Kết quả dự kiến");
        page.QuerySelector("p.explain")!.Words().ShouldContain("nhận khiếu nại đến 17:00 thứ Tư, 13/03");
        site.Clock.Now = TestContest.Week1Closes.AddDays(5).AddSeconds(1);
        (await person.PageAsync(Paths.Standings + "?round=1&v=2")).QuerySelector(".page-head .chip")!.Words().ShouldBe("✓ Chính thức");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_draw_is_committed_to_beforehand_and_revealed_when_the_round_has_closed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(publication => publication, contest => contest with
        {
            Ranking = contest.Ranking with { Round = [RankingKey.Score, RankingKey.Random] },
        }));
        var people = new List<Contestant>();
        for (var number = 0; number < 8; number++)
        {
            people.Add(await site.Node.ContestantAsync());
            await people[^1].TakeAsync(3);
        }

        var open = await people[0].PageAsync(Paths.Standings + "?round=1&v=1");
        var commitment = open.QuerySelector("dl.codes code")!.TextContent;
        open.QuerySelectorAll("dl.codes code").Length.ShouldBe(1);
        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        var closed = await people[0].PageAsync(Paths.Standings + "?round=1&v=2");
        var codes = closed.QuerySelectorAll("dl.codes code").Select(code => code.TextContent).ToArray();
        codes[0].ShouldBe(commitment);
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Convert.FromHexString(codes[1]))).ShouldBe(commitment);

        // Anybody can draw again: all have the same score.
        var order = people.OrderBy(person => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
            [.. Convert.FromHexString(codes[1]), .. person.Id.Value.ToByteArray(bigEndian: true)])), StringComparer.Ordinal).Select(person => person.Person.Name);
        Names(closed).ShouldBe(order);
        people.ForEach(person => person.Dispose());
    }

    private static ContestBundle With(Func<PublicationRules, PublicationRules> change, Func<Contest, Contest>? more = null)
    {
        var contest = TestContest.Bundle.Contest with { Publication = change(TestContest.Bundle.Contest.Publication) };
        return TestContest.Bundle with { Contest = more?.Invoke(contest) ?? contest };
    }

    private static string[] Names(AngleSharp.Dom.IDocument page) =>
        [.. page.QuerySelectorAll("table.standing-table tbody th").Select(cell => cell.FirstChild!.Words())];
}
