using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random units, their classes and what units can win.</summary>
internal static class RandomUnits
{
    private static readonly Measure[] Plain =
        [.. Enum.GetValues<Measure>().Except([Measure.BestTotal, Measure.PrizePoints, Measure.RankPoints])];

    private static readonly Gen<ValueList<Measure>> Measures =
        Gen.Shuffle(Plain).Select(Gen.Int[1, 4]).Select((measures, count) => measures.Take(count).ToValueList());

    private static readonly Gen<Term> Term = Gen.Select(Gen.Int[1, 100_000], Gen.Enum<Measure>(), Gen.Int[1, 1000], Measures)
        .Select((weight, measure, number, ranks) => measure switch
        {
            Measure.BestTotal => new Term(measure, weight, number, [], [], null),
            Measure.PrizePoints => new Term(measure, weight, null, [number, 0], [], null),
            Measure.RankPoints => new Term(measure, weight, null, [], ranks, number),
            _ => new Term(measure, weight, null, [], [], null),
        });

    private static readonly Gen<Gate> Gate = Gen.OneOf(
        Gen.Int[1, 100].Select(share => new Gate(share, false, false, null)),
        Gen.Const(new Gate(null, true, false, null)),
        Gen.Const(new Gate(null, false, true, null)),
        Gen.Select(Gen.Int[0, Plain.Length - 1].Select(index => Plain[index]), Gen.Int[1, 1_000_000]).Select((measure, count) => new Gate(null, false, false, new GateMeasure(measure, count))));

    /// <summary>At least two size bands, one compulsory kind and one target, so that every gate makes sense.</summary>
    public static Gen<UnitRules> Rules { get; } =
        from blocks in RandomTexts.Codes(3)
        from kinds in RandomTexts.Codes(4)
        from sizes in RandomTexts.Codes(3)
        from name in RandomTexts.LocalText
        from block in Gen.Int[0, blocks.Length - 1]
        from eligible in Gen.Bool
        from targeted in Gen.Int[0, kinds.Length]
        from sized in Gen.Int[0, sizes.Length]
        from percent in Gen.Int[1, 100]
        select new UnitRules(
            "units/đơn vị.csv",
            blocks.Select(code => new Block(code, name)).ToValueList(),
            kinds.Select((code, index) => new UnitKind(code, name, blocks[block], index == 0 || eligible, index == 0)).ToValueList(),
            sizes.Select((code, index) => new SizeBand(code, name, index * percent)).ToValueList(),
            [new ParticipationTarget(kinds[..targeted].ToValueList(), sizes[..sized].ToValueList(), percent)]);

    /// <summary>Prizes for units of these rules, in a contest that has individual prizes.</summary>
    public static Gen<CollectiveAward> Award(UnitRules rules) =>
        from name in RandomTexts.LocalText
        from level in Gen.Enum<UnitLevel>()
        from per in Gen.Enum<CollectiveGroup>()
        from among in Gen.Int[0, 3]
        from gates in Gate.Array[0, 4]
        from score in Term.Array[1, 4]
        from tieBreak in Measures
        from advance in Gen.Int[0, 15]
        from count in Gen.Int[1, 1000]
        from value in RandomTexts.LocalText.Null()
        select new CollectiveAward(
            "?",
            name,
            new UnitFilter(
                level,
                among == 1 ? [rules.Kinds[0].Code] : [],
                among == 2 ? [rules.Kinds[0].Block] : [],
                among == 3 ? rules.Sizes.Select(size => size.Code).ToValueList() : []),
            per,
            gates.ToValueList(),
            score.ToValueList(),
            advance % 2 == 0 ? tieBreak : [],
            advance % 3 == 1 ? [] : [new CollectivePrize(name, count, value)],
            advance);

    /// <summary>A tree of units of these rules.</summary>
    public static ValueList<Unit> Tree(UnitRules rules, int[] headcounts, LocalText name) => headcounts
        .Select((count, index) => new Unit(
            $"U.{index}",
            index == 0 ? null : $"U.{index / 2}",
            rules.Kinds[index % rules.Kinds.Count].Code,
            new LocalText(name.Vi.Length > 300 ? "x" : name.Vi, name.En?.Length > 300 ? null : name.En),
            count))
        .ToValueList();
}
