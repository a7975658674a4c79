using System.Globalization;
using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Results;

/// <summary>What the public boards show is what the tables hold.</summary>
public sealed class BoardTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Standings_show_places_and_names_and_when_the_round_is_closed_the_winners(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var people = await TakeAsync(site, 12);
        using var visitor = site.Node.Visitor();

        var open = await visitor.PageAsync(Paths.Standings + "?round=1&v=1");
        open.QuerySelector(".page-head .chip")!.Words().ShouldBe("Tạm tính");
        open.QuerySelector(".page-head p")!.Words().ShouldContain("12 người được xếp hạng");
        open.QuerySelectorAll("table.standing-table tbody tr").Length.ShouldBe(12);
        open.GetElementById("winners").ShouldBeNull();

        site.Clock.Now = TestContest.Week2;
        await site.Node.CloseAsync(1);
        var closed = await visitor.PageAsync(Paths.Standings + "?round=1&v=2");
        closed.QuerySelector(".page-head .chip")!.Words().ShouldBe("✓ Chính thức");
        closed.QuerySelector("p.explain")!.Words().ShouldContain("Đáp số câu dự đoán: 4.");
        var places = closed.QuerySelectorAll("table.standing-table tbody tr");
        places.Select(row => int.Parse(row.QuerySelector("td b")!.TextContent, CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 12));
        var winners = closed.QuerySelectorAll("ul.winners li");
        winners.Select(winner => winner.QuerySelector(".chip")!.Words()).ShouldBe(
            ["Giải Nhất", "Giải Nhì", "Giải Nhì", "Giải Ba", "Giải Ba", "Giải Ba", .. Enumerable.Repeat("Giải Khuyến khích", 5)]);
        winners.Select(winner => winner.QuerySelector("b")!.Words()).Distinct().Count().ShouldBe(11);
        places.Take(11).Select(row => row.QuerySelector("th")!.FirstChild!.Words()).ShouldBe(winners.Select(winner => winner.QuerySelector("b")!.Words()));

        var home = await visitor.PageAsync(Paths.Home + "?v=2");
        home.QuerySelectorAll("ul.winners li").Length.ShouldBeGreaterThan(0);
        foreach (var person in people)
        {
            var all = closed.Body!.TextContent + home.Body!.TextContent;
            all.ShouldNotContain(person.Person.CitizenId);
            all.ShouldNotContain(person.Person.Phone);
            all.ShouldNotContain(person.Person.Email);
            person.Dispose();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_place_of_a_result_is_the_place_on_the_board(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var people = new List<(Contestant Person, string Attempt)>();
        for (var number = 0; number < 6; number++)
        {
            var person = await site.Node.ContestantAsync();
            people.Add((person, await person.TakeAsync(number % 3, prediction: number, time: TimeSpan.FromSeconds(10 + number))));
        }

        for (var stage = 0; stage < 2; stage++)
        {
            var board = await people[0].Person.PageAsync($"{Paths.Standings}?round=1&v={stage}");
            var order = board.QuerySelectorAll("table.standing-table tbody th").Select(cell => cell.FirstChild!.Words()).ToList();
            foreach (var (person, attempt) in people)
            {
                (await person.PageAsync(Paths.Result(attempt))).QuerySelector("p.place b")!.Words().ShouldBe($"Thứ {order.IndexOf(person.Person.Name) + 1}");
            }

            site.Clock.Now = TestContest.After;
            await site.Node.CloseAsync(1);
        }

        people.ForEach(each => each.Person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_name_is_found_with_or_without_its_diacritics(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var first = await site.Node.ContestantAsync(new Person { Name = "Đặng Thị Hường" });
        using var second = await site.Node.ContestantAsync(new Person { Name = "Lê Văn Tú", Unit = "so-b" });
        await first.TakeAsync(1);
        await second.TakeAsync(2);
        foreach (var (query, found) in new[] { ("dang huong", "Đặng Thị Hường"), ("HƯỜNG", "Đặng Thị Hường"), ("sở b", "Lê Văn Tú"), ("le van tu", "Lê Văn Tú") })
        {
            var page = await first.PageAsync($"{Paths.Standings}?round=1&q={Uri.EscapeDataString(query)}");
            page.QuerySelectorAll("table.standing-table tbody th").Select(cell => cell.FirstChild!.Words()).ShouldBe([found]);
        }

        var none = await first.PageAsync($"{Paths.Standings}?round=1&q={Uri.EscapeDataString("<script>alert(1)</script>")}");
        none.Body!.Words().ShouldContain("Không tìm thấy ai");
        none.QuerySelectorAll("script").ShouldAllBe(script => script.TextContent.Length == 0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Participation_sums_to_its_totals_and_to_the_tables(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        foreach (var (unit, people) in new[] { ("so-a", 3), ("phong-a1", 2), ("so-b", 4), ("quan-1", 1), ("phuong-1", 2) })
        {
            for (var number = 0; number < people; number++)
            {
                using var person = await site.Node.ContestantAsync(new Person { Unit = unit });
                await person.TakeAsync(number == 0 ? 5 : 1);
                if (number == 1)
                {
                    await person.TakeAsync(2);
                }
            }
        }

        using var visitor = site.Node.Visitor();
        foreach (var round in new[] { 0, 1 })
        {
            var page = await visitor.PageAsync($"{Paths.Participation}?round={round}");
            var units = page.QuerySelectorAll("table.unit-table tbody tr").ToDictionary(
                row => row.QuerySelector("th")!.FirstElementChild?.LocalName == "a" ? row.QuerySelector("th a")!.Words() : row.QuerySelector("th")!.FirstChild!.Words(),
                row => row.QuerySelector("td[data-label='Đã thi']")!.Words());
            units["Sở A"].ShouldBe("5");
            units["Sở B"].ShouldBe("4");
            units["Quận 1"].ShouldBe("3");
            units["Đối tác"].ShouldBe("0");
            page.QuerySelector("table.unit-table tfoot td[data-label='Đã thi']")!.Words().ShouldBe("12");
            page.QuerySelector("table.unit-table tfoot td[data-label='Biên chế']")!.Words().ShouldBe("105");
            var tiles = page.QuerySelectorAll(".tiles .figure").Select(tile => tile.Words()).ToArray();
            tiles[0].ShouldContain("12 / 105");
            tiles[2].ShouldContain("16");
            tiles[3].ShouldContain("5");
            (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = @p0", round)).ShouldBe(12);
            (await site.ValueAsync<long>("SELECT sum(attempts) FROM tally WHERE round = @p0", round)).ShouldBe(16);
            (await site.ValueAsync<long>("SELECT count(DISTINCT contestant) FROM attempt")).ShouldBe(12);
            (await site.CountAsync("attempt")).ShouldBe(16);
        }

        var below = await visitor.PageAsync($"{Paths.Participation}?round=1&unit=so-a");
        below.QuerySelectorAll("table.unit-table tbody td[data-label='Đã thi']").Select(cell => cell.Words()).ShouldBe(["3", "2"]);
        below.QuerySelector("table.unit-table tfoot td[data-label='Đã thi']")!.Words().ShouldBe("5");
    }

    [Theory]
    [InlineData(Paths.Standings + "?round=9")]
    [InlineData(Paths.Standings + "?round=-1")]
    [InlineData(Paths.Participation + "?round=9")]
    [InlineData(Paths.Participation + "?unit=khong-co")]
    [InlineData("/competition/khong-co/standings")]
    [InlineData("/competition/khong-co/participation")]
    [InlineData(Paths.Home + "/pages/khong-co")]
    public async Task What_does_not_exist_is_not_found_in_words(string path)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var visitor = site.Node.Visitor();
        using var response = await visitor.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.PageAsync()).QuerySelector("h1")!.Words().ShouldBe("Không có trang này");
    }

    [Fact]
    public async Task A_parameter_that_is_no_number_is_a_bad_request()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres);
        using var visitor = site.Node.Visitor();
        using var response = await visitor.GetAsync(Paths.Standings + "?round=mot");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<List<Contestant>> TakeAsync(TestSite site, int count)
    {
        var people = new List<Contestant>();
        for (var number = 0; number < count; number++)
        {
            var person = await site.Node.ContestantAsync();
            await person.TakeAsync(5 - (number / 4), prediction: number, time: TimeSpan.FromSeconds(30));
            people.Add(person);
        }

        return people;
    }
}
