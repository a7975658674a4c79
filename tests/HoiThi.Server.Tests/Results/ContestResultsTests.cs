using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Core.Prizes;
using HoiThi.Formats.Contests;
using HoiThi.Formats.People;
using HoiThi.Formats.Units;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Results;

/// <summary>Prizes over all rounds, barred people, winners who fall out, divisions, and the awards of units, as they are stored and shown.</summary>
public sealed class ContestResultsTests(PostgresServer postgres)
{
    private const string ResultsPath = Paths.Home + "/results";

    private static ContestBundle With(Func<Contest, Contest> change) => TestContest.Bundle with { Contest = change(TestContest.Bundle.Contest) };

    private static Prize Prize(string name, int count, long amount) =>
        new(new LocalText(name), count, null, amount, null, PrizeOrder.Ranking, null, null, []);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_contest_is_closed_after_its_last_round_and_only_the_higher_prize_is_kept(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(contest => contest with
        {
            Prizes = contest.Prizes with
            {
                Round = [Prize("Giải tuần", 1, 300_000)],
                Contest = [Prize("Giải chung cuộc", 1, 1_000_000)],
                Limit = PrizeLimit.OnlyHigher,
                Substitutes = 1,
            },
        }));
        var people = await PeopleAsync(site, 3);
        await TakeAllAsync(people, round: 1, [5, 4, 3]);
        site.Clock.Now = TestContest.Week2;
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);
        (await site.Node.CloseAsync(0)).ShouldBe(ClosingOutcome.NotOver);
        (await AwardsAsync(site)).ShouldBe([(1, "0", people[0].Id)]);
        var open = await people[0].PageAsync(Paths.Standings + "?round=1&v=1");
        open.QuerySelector(".page-head .chip")!.Words().ShouldBe("✓ Thứ hạng chính thức");

        await TakeAllAsync(people, round: 2, [5, 4, 3]);
        site.Clock.Now = TestContest.After;
        (await site.Node.CloseAsync(0)).ShouldBe(ClosingOutcome.RoundsOpen);
        (await site.Node.CloseAsync(2)).ShouldBe(ClosingOutcome.Closed);
        (await site.Node.CloseAsync(0)).ShouldBe(ClosingOutcome.Closed);

        // The best of all wins the contest's prize and leaves those of the weeks to the next two.
        (await AwardsAsync(site)).ShouldBe([(0, "0", people[0].Id), (1, "0", people[1].Id), (2, "0", people[2].Id)]);
        var page = await people[0].PageAsync(ResultsPath);
        page.QuerySelector("ul.winners li .chip")!.Words().ShouldBe("Giải chung cuộc");
        page.QuerySelector("ul.winners li")!.Words().ShouldContain("1.000.000 đ");
        var week = await people[0].PageAsync(Paths.Standings + "?round=1&v=2");
        week.QuerySelector("details.beside")!.Words().ShouldContain("đã nhận giải cao hơn");

        // Who falls out wins nothing anywhere; everybody behind moves up, and the record says why.
        await site.Node.Get<RoundClosing>().FallOutAsync(site.Node.Contest, people[0].Id, "không đúng đối tượng");
        (await AwardsAsync(site)).ShouldBe([(0, "0", people[1].Id), (1, "0", people[2].Id)]);
        await using var context = await ContextAsync(site);
        (await context.FallenOut.AsNoTracking().SingleAsync()).Reason.ShouldBe("không đúng đối tượng");
        var before = await AwardsAsync(site);
        await site.Node.CloseAsync(1, again: true);
        await site.Node.CloseAsync(0, again: true);
        (await AwardsAsync(site)).ShouldBe(before);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_is_on_a_list_of_the_barred_by_the_closing_wins_nothing_and_the_next_is_named(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(contest => contest with
        {
            Prizes = contest.Prizes with { Round = [Prize("Nhất", 1, 500_000)], Substitutes = 2 },
        }));
        var people = await PeopleAsync(site, 4);
        await TakeAllAsync(people, round: 1, [5, 4, 3, 2]);
        await site.Node.ImportAsync(With(contest => contest with
        {
            Prizes = contest.Prizes with { Round = [Prize("Nhất", 1, 500_000)], Substitutes = 2 },
            Lists = [new PersonList("btc", new LocalText("Ban tổ chức"), "lists/btc.csv", ListRole.Barred)],
        }) with
        { Lists = [[new ListedPerson(people[0].Person.CitizenId, null, null, null)]] });
        site.Clock.Now = TestContest.Week2;
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);

        (await AwardsAsync(site)).ShouldBe([(1, "0", people[1].Id)]);
        await using var context = await ContextAsync(site);
        var passed = await context.PassedOver.AsNoTracking().SingleAsync();
        (passed.Contestant, passed.Reason, passed.Place).ShouldBe((people[0].Id, (short)PassedOverReason.Barred, 1));
        (await context.Substitutes.AsNoTracking().OrderBy(row => row.Ordinal).Select(row => row.Contestant).ToListAsync())
            .ShouldBe([people[2].Id, people[3].Id]);
        var page = await people[0].PageAsync(Paths.Standings + "?round=1");
        var beside = page.QuerySelectorAll("details.beside").Select(each => each.Words()).ToArray();
        beside[0].ShouldContain("Hạng 1thuộc diện không được dự thi");
        beside[1].ShouldContain(people[2].Person.Name);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Stages_winners_prizes_and_a_jury_have_prizes_beside_those_of_rounds(DatabaseKind kind)
    {
        var bundle = With(contest => contest with
        {
            Rounds =
            [
                .. contest.Rounds,
                contest.Rounds[1] with { Number = 3, Calendar = contest.Rounds[1].Calendar.Select(entry => entry.MovedByDays(7)).ToValueList() },
            ],
            Prizes = contest.Prizes with
            {
                Round = [Prize("Giải tuần", 1, 300_000)],
                Contest = [Prize("Giải chung cuộc", 1, 1_000_000), Prize("Giải phụ", 1, 100_000) with { AmongWinners = true }],
                Limit = PrizeLimit.OncePerRound,
            },
            Stages = [new Stage(new LocalText("Chặng hè"), [1, 2], [Prize("Giải chặng", 2, 500_000)])],
            Jury = [new JuryAward("tin-bai", new LocalText("Tin, bài tuyên truyền"), EveryRound: false, [new CollectivePrize(new LocalText("Giải Nhất"), 1, new LocalText("2 triệu đồng"))])],
        });
        await using var site = await TestSite.StartAsync(kind, postgres, contest: bundle with { Banks = [.. bundle.Banks, bundle.Banks[1]] });
        var people = await PeopleAsync(site, 3);
        await TakeAllAsync(people, round: 1, [5, 4, 2]);
        site.Clock.Now = TestContest.Week2;
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);
        await TakeAllAsync(people, round: 2, [2, 5, 4]);
        site.Clock.Now = TestContest.After;
        (await site.Node.CloseAsync(-1)).ShouldBe(ClosingOutcome.RoundsOpen);
        (await site.Node.CloseAsync(2)).ShouldBe(ClosingOutcome.Closed);
        site.Clock.Now = TestContest.After.AddDays(14);
        (await site.Node.CloseAsync(3)).ShouldBe(ClosingOutcome.Closed);
        (await site.Node.CloseAsync(0)).ShouldBe(ClosingOutcome.RoundsOpen);
        (await site.Node.CloseAsync(-1)).ShouldBe(ClosingOutcome.Closed);
        (await site.Node.CloseAsync(0)).ShouldBe(ClosingOutcome.Closed);

        // 5+2, 4+5, 2+4: the second is first over both, and has won; the prize for winners is hers beside the other.
        var before = await AwardsAsync(site);
        before.Select(award => (award.Round, award.Contestant)).ShouldBe(
        [
            (-1, people[1].Id), (-1, people[0].Id), (0, people[1].Id), (0, people[1].Id), (1, people[0].Id), (2, people[1].Id),
        ]);
        await site.Node.CloseAsync(-1, again: true);
        (await AwardsAsync(site)).ShouldBe(before);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        var winners = JuryCsv.Read("award,prize,name,unit,work\ntin-bai,1,Trần Thị Bích,so-a,Bài viết trên Báo Hải Phòng\n", "jury.csv", site.Node.Contest.Definition, _ => true).Require();
        await site.Node.Get<JuryBoard>().ImportAsync(site.Node.Contest, winners);
        var page = (await people[0].PageAsync(ResultsPath)).Body!.Words();
        page.ShouldContain("Giải cá nhân: Chặng hè");
        page.ShouldContain("Giải chặng");
        page.ShouldContain("Trần Thị Bích");
        page.ShouldContain("Bài viết trên Báo Hải Phòng");
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Divisions_have_boards_places_and_prizes_of_their_own(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(contest => contest with
        {
            Divisions =
            [
                new Division("so", new LocalText("Khối sở"), new Who([], ["agency"], [], null, null, [], []), Chosen: false, null, null, null, null,
                    contest.Prizes with { Round = [Prize("Nhất khối sở", 1, 500_000)] }),
                new Division("quan", new LocalText("Khối quận"), null, Chosen: false, null, null, null, null, null),
            ],
        }));
        var people = await PeopleAsync(site, 6, number => number % 2 == 0 ? "so-a" : "quan-1");
        foreach (var person in people.Where((_, number) => number % 2 == 1))
        {
            person.Division = 1;
        }

        await TakeAllAsync(people, round: 1, [5, 4, 3, 2, 1, 0]);
        site.Clock.Now = TestContest.Week2;
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);

        foreach (var (division, members) in new[] { ("so", new[] { 0, 2, 4 }), ("quan", new[] { 1, 3, 5 }) })
        {
            var page = await people[0].PageAsync($"{Paths.Standings}?round=1&division={division}");
            page.QuerySelectorAll("table.standing-table tbody th").Select(cell => cell.FirstChild!.Words()).ShouldBe(members.Select(index => people[index].Person.Name));
            page.QuerySelector(".tabs-second a[aria-current]")!.Words().ShouldBe(division == "so" ? "Khối sở" : "Khối quận");
        }

        // The agencies have one prize of their own; the others share the contest's, of which there are eleven.
        (await AwardsAsync(site)).Count.ShouldBe(4);
        await using var context = await ContextAsync(site);
        (await context.RoundResults.AsNoTracking().OrderBy(row => row.Division).Select(row => row.People).ToListAsync()).ShouldBe([3L, 3L]);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Units_are_ranked_with_every_gate_and_term_said_and_publicity_points_count(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: With(contest => contest with
        {
            Collective =
            [
                new CollectiveAward(
                    "tap-the", new LocalText("Giải tập thể"), new UnitFilter(UnitLevel.Top, [], [], []), CollectiveGroup.All,
                    [new Gate(5, Target: false, Compulsory: false, null)],
                    [new Term(Measure.Share, 100, null, [], [], null), new Term(Measure.Publicity, 50, null, [], [], null), new Term(Measure.BestTotal, 100, 2, [], [], null)],
                    [Measure.Entrants], [new CollectivePrize(new LocalText("Nhất tập thể"), 1, null)], 0),
            ],
        }));
        var people = await PeopleAsync(site, 4, number => number < 3 ? "so-a" : "quan-1");
        await TakeAllAsync(people, round: 1, [5, 4, 3, 2]);

        // 3 of 50 = 6 % and the best two 9 points; 1 of 30 = 3,3 % is below 5 %.
        var open = await people[0].PageAsync(ResultsPath + "?v=1");
        var rows = open.QuerySelectorAll("table.collective-table tbody tr").Select(row => row.Words()).ToArray();
        rows[0].ShouldContain("Sở A");
        rows[0].ShouldContain("3 trên 50 = 6,0%: đạt 5%");
        rows[0].ShouldContain("tổng điểm 2 người cao nhất 9");
        rows[0].ShouldContain("Nhất tập thể (tạm tính)");
        open.QuerySelectorAll("details.kept-out li").Single(unit => unit.QuerySelector("b")?.Words() == "Quận 1").Words().ShouldContain("1 trên 30 = 3,3%: chưa đạt 5%, thiếu 1 người");

        site.Clock.Now = TestContest.After;
        await site.Node.CloseAsync(1);
        await site.Node.CloseAsync(2);
        await site.Node.CloseAsync(0);
        await site.Node.Get<Publicity>().ImportAsync(
            site.Node.Contest, PublicityCsv.Read("unit,points,reason\nso-a,10.5,Ba bài báo\nso-a,2,Một phóng sự\n", "p.csv").Require(), "p.csv");
        var final = await people[0].PageAsync(ResultsPath + "?v=2");
        final.QuerySelector("table.collective-table tbody tr")!.Words().ShouldContain("điểm tuyên truyền 12,5 × 0,5 = 6,25");
        final.QuerySelector("table.collective-table tbody tr td:last-child")!.Words().ShouldBe("21,25");
        await using var context = await ContextAsync(site);
        (await context.UnitFigures.AsNoTracking().SingleAsync(row => row.Unit == 1)).BestScores.ShouldBe("500,400");
        people.ForEach(person => person.Dispose());
    }

    private static async Task<List<Contestant>> PeopleAsync(TestSite site, int count, Func<int, string>? unit = null)
    {
        var people = new List<Contestant>();
        for (var number = 0; number < count; number++)
        {
            people.Add(await site.Node.ContestantAsync(unit is null ? null : new Person { Unit = unit(number) }));
        }

        return people;
    }

    private static async Task TakeAllAsync(List<Contestant> people, int round, int[] right)
    {
        foreach (var (person, answers) in people.Zip(right))
        {
            await person.TakeAsync(answers, prediction: 1, round, TimeSpan.FromSeconds(30));
        }
    }

    private static async Task<List<(int Round, string Prize, Core.Attempts.ContestantId Contestant)>> AwardsAsync(TestSite site)
    {
        await using var context = await ContextAsync(site);
        var rows = await context.Awards.AsNoTracking().OrderBy(award => award.Round).ThenBy(award => award.Field).ThenBy(award => award.Place).ToListAsync();
        return rows.ConvertAll(row => ((int)row.Round, row.Prize.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Contestant));
    }

    private static Task<HoiThiContext> ContextAsync(TestSite site) => site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
}
