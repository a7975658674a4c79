using CsCheck;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests.Participation;

public class ParticipationTableTests
{
    private static readonly UnitRules Rules = new(
        "units.csv",
        [new("city", A.Text("City")), new("central", A.Text("Central")), new("empty", A.Text("Empty"))],
        [new("agency", A.Text("Agency"), "city"), new("board", A.Text("Board"), "central"), new("tax", A.Text("Tax"), "central")],
        [],
        [new(["agency", "board"], [], 70), new(["tax"], [], 50)]);

    private static readonly UnitTree Tree = new(
    [
        A.Unit("health", headcount: 20),
        A.Unit("clinic", "health", 80, "board"),
        A.Unit("tax", headcount: 10, kind: "tax"),
        A.Unit("new", headcount: 0),
    ]);

    private static readonly OpenTime Half = new(50, 100);

    [Fact]
    public void A_unit_answers_for_all_below_it()
    {
        var table = Of((1, People(10, score: 15_000)), (2, People(50, score: 100_000)), (3, People(5)));
        var health = table[1];
        (health.Own.People, health.Total.People).ShouldBe((10, 60));
        (health.OwnShare, health.Share).ShouldBe((new Share(10, 20), new Share(60, 100)));
        (health.Target, health.Tenths, health.Reached, health.Missing).ShouldBe((70, 600, false, 10));
        (health.AverageScore, health.Forecast).ShouldBe((1917, 100));
        (table[3].Reached, table[3].Missing, table[3].Tenths).ShouldBe((true, 0, 500));
    }

    [Fact]
    public void The_board_has_the_top_level_units_and_the_table_has_all()
    {
        var table = Of((2, People(1)));
        table.TopLevel.Select(unit => unit.Unit.Code).ShouldBe(["health", "tax", "new"]);
        table.Units.Select(unit => (unit.Number, unit.Level)).ShouldBe([(1, 1), (2, 2), (3, 1), (4, 1)]);
    }

    [Fact]
    public void A_unit_is_counted_in_the_block_that_answers_for_it()
    {
        var table = Of((2, People(8)), (3, People(5)));
        table[2].Block.ShouldBe("city");
        table.Blocks.Select(block => (block.Block.Code, block.Total.People, block.Share.Headcount, block.Units, block.Owing, block.Reached))
            .ShouldBe([("city", 8L, 100L, 2, 1, 0), ("central", 5L, 10L, 1, 1, 1), ("empty", 0L, 0L, 0, 0, 0)]);
    }

    [Fact]
    public void A_unit_without_headcount_divides_by_nothing_and_owes_nothing()
    {
        var table = Of((4, People(2)));
        (table[4].Tenths, table[4].Reached, table[4].Missing, table[4].OverHeadcount).ShouldBe((null, null, 0, true));
        table.Total.People.ShouldBe(2, "its people count all the same");
        table[3].AverageScore.ShouldBeNull();
    }

    [Fact]
    public void More_people_than_the_list_has_are_shown_as_counted()
    {
        var tax = Of((3, People(13)))[3];
        (tax.Total.People, tax.Tenths, tax.OverHeadcount, tax.Reached, tax.Forecast).ShouldBe((13, 1000, true, true, 13));
    }

    [Fact]
    public void Counts_of_several_nodes_are_summed() => Of((3, People(2)), (3, People(3)), (3, People(-1)))[3].Own.People.ShouldBe(4);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Counts_of_no_unit_are_refused_because_the_total_would_not_reconcile(int number) =>
        Should.Throw<ArgumentException>(() => Of((number, People(1))));

    [Fact]
    public void A_kind_of_no_block_is_refused() =>
        Should.Throw<ArgumentException>(() => ParticipationTable.Of(Rules, new UnitTree([A.Unit("x", kind: "other")]), [], Half));

    [Fact]
    public void A_board_has_the_larger_share_first()
    {
        var table = Of((1, People(50)), (3, People(9)), (4, People(9)));
        table.TopLevel.Order(UnitParticipation.ByShare).Select(unit => unit.Unit.Code).ShouldBe(["tax", "health", "new"]);
    }

    [Fact]
    public void Every_sum_reconciles() =>
        Gen.Select(Trees, Gen.Select(Gen.Int[1, 12], Gen.Int[0, 30], Gen.Int[0, 60], Gen.Int[0, 60_000]).Array[0, 30]).Sample((tree, counts) =>
        {
            var tallies = counts.Select(count => KeyValuePair.Create(
                ((count.Item1 - 1) % tree.Count) + 1,
                new Tally(count.Item2, count.Item3, count.Item2 / 2, count.Item3 / 2, count.Item4))).ToArray();
            var table = ParticipationTable.Of(Rules, tree, tallies, Half);

            var all = Sum(tallies.Select(tally => tally.Value));
            table.Total.ShouldBe(all);
            Sum(table.TopLevel.Select(unit => unit.Total)).ShouldBe(all);
            Sum(table.Units.Select(unit => unit.Own)).ShouldBe(all);
            Sum(table.Blocks.Select(block => block.Total)).ShouldBe(all);
            table.Share.ShouldBe(new Share(all.People, tree.Headcount));
            table.Blocks.Aggregate(default(Share), (sum, block) => sum + block.Share).ShouldBe(table.Share);
            table.Units.All(unit => unit.Total == unit.Own + Sum(tree.ChildrenOf(unit.Number).Select(child => table[child].Total))).ShouldBeTrue();
        });

    private static readonly Gen<UnitTree> Trees = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 50], Gen.Int[0, 2]).Array[1, 12].Select(shape =>
        new UnitTree(shape.Select((unit, index) => A.Unit(
            $"u{index}",
            index == 0 || unit.Item1 % 3 == 0 ? null : $"u{unit.Item1 % index}",
            unit.Item2,
            Rules.Kinds[unit.Item3].Code)).ToValueList()));

    private static Tally Sum(IEnumerable<Tally> tallies) => tallies.Aggregate(default(Tally), (sum, tally) => sum + tally);

    private static Tally People(long people, long score = 0) => new(people, people, 0, 0, score);

    private static ParticipationTable Of(params (int Unit, Tally Tally)[] tallies) =>
        ParticipationTable.Of(Rules, Tree, tallies.Select(line => KeyValuePair.Create(line.Unit, line.Tally)), Half);
}
