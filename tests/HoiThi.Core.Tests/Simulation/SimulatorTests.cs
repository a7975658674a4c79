using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Simulation;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests.Simulation;

public class SimulatorTests
{
    private static readonly ValueList<Unit> Units =
    [
        A.Unit("big", headcount: 400), A.Unit("below", "big", 200), A.Unit("small", headcount: 3), A.Unit("closed", headcount: 100, kind: "outside"),
    ];

    [Fact]
    public void The_same_seed_gives_the_same_report_on_any_number_of_threads()
    {
        var one = Play(Contest(), people: 9_000, seed: 5, threads: 1);
        one.ShouldBe(Play(Contest(), people: 9_000, seed: 5, threads: 1));
        one.ShouldBe(Play(Contest(), people: 9_000, seed: 5, threads: 4));
        one.ShouldNotBe(Play(Contest(), people: 9_000, seed: 6, threads: 4));
    }

    [Fact]
    public void Sums_reconcile()
    {
        var report = Play(Contest(), people: 3_000, seed: 1);
        var (rounds, all) = (report.Rounds.Where(round => round.Round > 0).ToArray(), report.Rounds[^1]);
        all.Round.ShouldBe(0);
        all.Divisions[0].Attempts.ShouldBe(rounds.Sum(round => round.Divisions[0].Attempts));
        all.Divisions[0].Entrants.ShouldBeLessThanOrEqualTo(report.People - report.NotAdmitted);
        foreach (var round in report.Rounds)
        {
            var division = round.Divisions[0];
            (division.Keys.Sum(key => key.Parts) + division.OnlyIds).ShouldBe(division.Entrants - 1);
            division.PerfectPeople.ShouldBeLessThanOrEqualTo(division.Entrants);
            division.Attempts.ShouldBeGreaterThanOrEqualTo(division.Entrants);
            round.Prizes.ShouldAllBe(list => list.Entrants == division.Entrants && list.Prizes.All(prize => prize.Given == prize.Winners.Count));
        }

        rounds.ShouldAllBe(round => round.Prizes[0].Prizes[0].Given == 1 && round.Prizes[0].Prizes[0].Winners[0].Place == 1);
    }

    [Fact]
    public void Nobody_comes_from_a_unit_that_may_not_take_part()
    {
        var report = Play(Contest(), people: 500, seed: 3);
        report.Rounds.SelectMany(round => round.Prizes).SelectMany(list => list.Prizes).SelectMany(prize => prize.Winners)
            .ShouldAllBe(winner => winner.Unit != "closed");
    }

    [Fact]
    public void A_practice_round_counts_nowhere()
    {
        var contest = Contest();
        var practice = contest with { Rounds = [contest.Rounds[0] with { Practice = true }, contest.Rounds[1]] };
        var report = Play(practice, people: 500, seed: 2);
        report.Rounds[0].Practice.ShouldBeTrue();
        report.Rounds[0].Prizes.ShouldBeEmpty();
        report.Rounds[0].Divisions[0].Truth.ShouldBeNull();
        report.Rounds[2].Divisions[0].Attempts.ShouldBe(report.Rounds[1].Divisions[0].Attempts);
    }

    [Fact]
    public void A_rule_that_makes_no_difference_is_named()
    {
        var contest = Contest() with { Attempts = new AttemptRules(500, Counting.Best), Ranking = new RankingRules([RankingKey.Score, RankingKey.Correct, RankingKey.Time], A.ContestChain) };
        var report = Play(contest, people: 300, seed: 1);
        report.NeverMattered.ShouldContain(line => line == "the limit of 500 attempts a round: nobody met it");
        report.NeverMattered.ShouldContain(line => line == "Correct in the chain of the rounds: parts nobody");
    }

    [Fact]
    public void A_chain_that_leaves_people_equal_is_warned_of()
    {
        var contest = Contest() with { Ranking = new RankingRules([RankingKey.Score], A.ContestChain) };
        var report = Play(contest, people: 2_000, seed: 1);
        report.Rounds[0].Divisions[0].OnlyIds.ShouldBeGreaterThan(1_000);
        report.Warnings.ShouldContain(line => line == "Round 1: only the contestants' ids part the first from the second.");
    }

    [Fact]
    public void A_tiny_unit_that_wins_on_share_is_warned_of()
    {
        var award = new CollectiveAward(
            "best", A.Text("Best"), new UnitFilter(UnitLevel.Each, [], [], []), CollectiveGroup.All, [],
            [new Term(Measure.Share, 100, null, [], [], null)], [], [new CollectivePrize(A.Text("First"), 4, null)], Advance: 0);
        var report = Play(Contest() with { Collective = [award] }, people: 300, seed: 1);
        report.Collective[0].Units.ShouldContain(unit => unit.Unit == "small" && unit.Prize == "First");
        report.Warnings.ShouldContain(line => line == "'Best': a unit of 3 people (small) wins 'First' on share.");
    }

    [Fact]
    public void Divisions_take_those_whom_joining_would_put_there()
    {
        var (young, old) = (Division("young", null, 30), Division("old", 31, null));
        var report = Play(Contest() with { Divisions = [young, old] }, people: 1_000, seed: 1);
        report.NotAdmitted.ShouldBe(0);
        report.Rounds[0].Divisions.Select(division => division.Division).ShouldBe(["young", "old"]);
        report.Rounds[0].Divisions.ShouldAllBe(division => division.Entrants > 50);
    }

    private static Division Division(string code, int? from, int? to) =>
        new(code, A.Text(code), new Who([], [], [], from, to, [], []), Chosen: false, null, null, null, null, null);

    private static SimulationReport Play(Contest contest, int people, ulong seed, int threads = 2)
    {
        var divisions = Math.Max(1, contest.Divisions.Count);
        var sets = contest.Rounds.Select(_ => Enumerable.Range(0, divisions)
            .Select(division => A.Set(A.Questions(12, difficulty: Difficulty.Hard), [new BlueprintLine("t", null, 4)], version: division + 1, division: division)).ToValueList());
        return Simulator.Run(new SimulatedContest(contest, new UnitTree(Units), sets.ToValueList(), []), people, seed, threads);
    }

    private static Contest Contest()
    {
        var contest = A.Contest("Asia/Ho_Chi_Minh", Week("2023-10-23"), Week("2023-10-30"));
        return contest with
        {
            Units = contest.Units with
            {
                Blocks = [new Block("all", A.Text("All"))],
                Kinds = [new UnitKind("agency", A.Text("Agency"), "all"), new UnitKind("outside", A.Text("Outside"), "all", Eligible: false)],
                Targets = [new ParticipationTarget([], [], 70)],
            },
            Prediction = new PredictionRules(A.Text("?"), PredictionObject.PerfectPeople, PredictionScope.Round),
            Prizes = contest.Prizes with { Round = [A.Prize("First", 1), A.Prize("Second", 5)], Contest = [A.Prize("Overall", 3)] },
        };
    }

    private static ValueList<Window> Week(string day)
    {
        var opens = new LocalDateTime(DateTime.Parse($"{day}T07:30", System.Globalization.CultureInfo.InvariantCulture));
        return [new Window(opens, opens.PlusDays(4))];
    }
}
