using CsCheck;
using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests.Collective;

/// <summary>What holds of every collective award: random units, measures, weights and gates.</summary>
public class CollectiveLaws
{
    private static readonly Measure[] Plain = [.. Enum.GetValues<Measure>().Where(measure => measure != Measure.RankPoints)];

    private static readonly Gen<Measure> AnyPlain = Gen.Int[0, Plain.Length - 1].Select(index => Plain[index]);

    private static readonly Gen<Term> Terms = Gen.Select(Gen.Enum<Measure>(), Gen.Int[1, 300], Gen.Int[1, 3], AnyPlain.Array[1, 3]).Select(
        (measure, weight, top, ranks) => new Term(measure, weight, top, [9, 5, 1], measure == Measure.RankPoints ? [.. ranks] : [], top));

    private static readonly Gen<Gate> Gates = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 100], AnyPlain).Select((kind, least, measure) => kind switch
    {
        0 => new Gate(least, Target: false, Compulsory: false, null),
        1 => new Gate(null, Target: true, Compulsory: false, null),
        2 => new Gate(null, Target: false, Compulsory: true, null),
        _ => new Gate(null, Target: false, Compulsory: false, new GateMeasure(measure, least)),
    });

    private static readonly Gen<CollectiveAward> Awards = Gen.Select(
        Gen.Select(Gen.Enum<UnitLevel>(), Gen.Enum<CollectiveGroup>(), Gen.Int[0, 4]), Gates.Array[0, 2], Terms.Array[1, 3], AnyPlain.Array[0, 2], Gen.Int[1, 3].Array[0, 3])
        .Select((shape, gates, terms, tieBreak, prizes) => new CollectiveAward(
            "a", A.Text("a"), new UnitFilter(shape.Item1, [], [], []), shape.Item2, [.. gates], [.. terms], [.. tieBreak],
            prizes.Select(count => new CollectivePrize(A.Text("p"), count, null)).ToValueList(), shape.Item3));

    private static readonly Gen<(Unit Unit, UnitFigures Figures)[]> Units = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 900].Array[0, 3]).Select((heads, people, attempts, prize, kind, best) => (
            A.Unit("?", headcount: heads, kind: $"k{kind}"),
            new UnitFigures(
                new Tally(people, people + attempts, Math.Min(people, 1), attempts, people * 700), new Share(people, people + (attempts % 2)),
                [prize, attempts], prize * 50, best.OrderDescending().ToValueList()))).Array[1, 12]
        .Select(units => units.Select((unit, index) => (unit.Item1 with { Code = $"u{index:00}", Parent = index % 4 == 3 ? $"u{index - 1:00}" : null }, unit.Item2)).ToArray());

    private static readonly UnitRules Rules = new(
        "units.csv",
        [new("b0", A.Text("b0")), new("b1", A.Text("b1"))],
        [new("k0", A.Text("k0"), "b0"), new("k1", A.Text("k1"), "b1"), new("k2", A.Text("k2"), "b1", Compulsory: true)],
        [new("small", A.Text("small"), 0), new("large", A.Text("large"), 4)],
        [new([], ["large"], 70), new(["k1"], [], 50)]);

    [Fact]
    public void Every_unit_stands_once_in_one_group_and_places_have_no_gap() => Gen.Select(Awards, Units).Sample((award, units) =>
    {
        var groups = Of(award, units).Groups;
        var compared = award.Among.Level == UnitLevel.Top ? units.Count(unit => unit.Unit.Parent is null) : units.Length;
        groups.Sum(group => group.Units.Count).ShouldBe(compared);
        groups.SelectMany(group => group.Units).Select(unit => unit.Number).ShouldBeUnique();
        foreach (var group in groups)
        {
            var places = group.Units.Where(unit => unit.Place is not null).Select(unit => unit.Place!.Value).ToArray();
            places.ShouldBe(Enumerable.Range(1, places.Length));
        }
    });

    [Fact]
    public void Terms_sum_to_the_score_and_scores_never_rise_down_the_board() => Gen.Select(Awards, Units).Sample((award, units) =>
    {
        foreach (var group in Of(award, units).Groups)
        {
            group.Units.All(unit => unit.Terms.Aggregate(default(Exact), (sum, term) => sum + term.Points) == unit.Score).ShouldBeTrue();
            var ranked = group.Units.Where(unit => unit.Place is not null).ToArray();
            ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Score.CompareTo(pair.Second.Score) >= 0).ShouldBeTrue();
            ranked.Skip(1).Zip(ranked).All(pair => pair.First.Parted is null == (pair.First.Score != pair.Second.Score)).ShouldBeTrue();
        }
    });

    [Fact]
    public void Prizes_and_places_in_part_2_do_not_exceed_their_count_and_go_through_the_gates() => Gen.Select(Awards, Units).Sample((award, units) =>
    {
        foreach (var group in Of(award, units).Groups)
        {
            for (var index = 0; index < award.Prizes.Count; index++)
            {
                group.Units.Count(unit => unit.Prize == index).ShouldBeLessThanOrEqualTo(award.Prizes[index].Count);
            }

            group.Units.Count(unit => unit.Advances).ShouldBeLessThanOrEqualTo(award.Advance);
            group.Units.Where(unit => unit.Prize is not null || unit.Advances).All(unit => unit.Gates.All(gate => gate.Passed) && unit.Score.Sign > 0).ShouldBeTrue();
        }
    });

    [Fact]
    public void The_order_of_the_unit_list_changes_nothing() => Gen.Select(Awards, Units, Gen.Int).Sample((award, units, seed) =>
    {
        var shuffled = units.ToArray();
        new Random(seed).Shuffle(shuffled);
        Said(Of(award, shuffled)).ShouldBe(Said(Of(award, units)));
    });

    [Fact]
    public void A_unit_kept_out_takes_nobody_s_place() => Gen.Select(Awards, Units).Sample((award, units) =>
    {
        var closed = award with { Gates = [new Gate(null, Target: false, Compulsory: false, new GateMeasure(Measure.Publicity, 1_000))] };
        Of(closed, units).Groups.SelectMany(group => group.Units).ShouldAllBe(unit => unit.Place == null && unit.Prize == null && !unit.Advances);
    });

    private static CollectiveBoard Of(CollectiveAward award, (Unit Unit, UnitFigures Figures)[] units) =>
        CollectiveBoard.Of(award, Rules, new UnitTree(units.Select(unit => unit.Unit).ToValueList()), number => units[number - 1].Figures);

    private static string Said(CollectiveBoard board) => string.Join('\n', board.Groups.Select(group => string.Join(
        ' ', group.Units.Where(unit => unit.Place is not null).Select(unit => $"{unit.Unit.Code}={unit.Score}:{unit.Prize}"))));
}
