using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Core.Participation;

/// <summary>
/// Participation of all units at one moment, made from one snapshot of the tallies, so that every figure agrees with
/// every other: top-level units sum to blocks, blocks to the total, and own counts to the same.
/// </summary>
public sealed class ParticipationTable
{
    private ParticipationTable(
        ValueList<UnitParticipation> units,
        ValueList<UnitParticipation> topLevel,
        ValueList<BlockParticipation> blocks)
    {
        Units = units;
        TopLevel = topLevel;
        Blocks = blocks;
        Total = topLevel.Aggregate(default(Tally), (sum, unit) => sum + unit.Total);
        Share = topLevel.Aggregate(default(Share), (sum, unit) => sum + unit.Share);
    }

    /// <summary>Every unit in the order of its number.</summary>
    public ValueList<UnitParticipation> Units { get; }

    /// <summary>The units that answer for their subtrees, in the order of their numbers: the lines of a board.</summary>
    public ValueList<UnitParticipation> TopLevel { get; }

    /// <summary>The blocks in the order of the contest.</summary>
    public ValueList<BlockParticipation> Blocks { get; }

    /// <summary>Counts of the whole contest or round.</summary>
    public Tally Total { get; }

    /// <summary>People of headcount, all together.</summary>
    public Share Share { get; }

    /// <summary>The unit of <paramref name="number"/>, from 1.</summary>
    public UnitParticipation this[int number] => Units[number - 1];

    /// <summary>Rolls tallies up.</summary>
    /// <param name="rules">Kinds, blocks and targets.</param>
    /// <param name="tree">The units.</param>
    /// <param name="tallies">Own counts by unit number; several of one unit (of several nodes) are summed.</param>
    /// <param name="time">How far the round is, for the forecasts.</param>
    /// <exception cref="ArgumentException">A tally or a kind belongs to no unit or block: the total would not reconcile.</exception>
    public static ParticipationTable Of(UnitRules rules, UnitTree tree, IEnumerable<KeyValuePair<int, Tally>> tallies, OpenTime time)
    {
        var own = OwnOf(tree, tallies);
        var total = own.AsSpan().ToArray();
        for (var place = tree.Count - 1; place >= 0; place--)
        {
            var number = tree.DepthFirst[place];
            if (tree.ParentOf(number) is { } parent)
            {
                total[parent] += total[number];
            }
        }

        var classes = new UnitClasses(rules, tree);
        var units = Enumerable.Range(1, tree.Count).Select(UnitOf).ToValueList();
        var topLevel = tree.TopLevel.Select(number => units[number - 1]).ToValueList();
        return new ParticipationTable(units, topLevel, BlocksOf(rules, topLevel));

        UnitParticipation UnitOf(int number)
        {
            var unit = tree[number];
            var share = new Share(total[number].People, tree.SubtreeHeadcountOf(number));
            return new UnitParticipation(
                number,
                unit,
                tree.LevelOf(number),
                BlockOf(classes.KindOf(tree.TopOf(number))),
                own[number],
                total[number],
                new Share(own[number].People, unit.Headcount),
                share,
                classes.TargetOf(number),
                time.Forecast(share.People, share.Headcount));
        }

        string BlockOf(UnitKind kind) => rules.Blocks.Any(block => block.Code == kind.Block)
            ? kind.Block
            : throw new ArgumentException($"The kind {kind.Code} is in no block.", nameof(rules));
    }

    private static Tally[] OwnOf(UnitTree tree, IEnumerable<KeyValuePair<int, Tally>> tallies)
    {
        var own = new Tally[tree.Count + 1];
        foreach (var (number, tally) in tallies)
        {
            if (!tree.Contains(number))
            {
                throw new ArgumentException($"There are counts of unit {number}; the contest has {tree.Count} units.", nameof(tallies));
            }

            own[number] += tally;
        }

        return own;
    }

    private static ValueList<BlockParticipation> BlocksOf(UnitRules rules, ValueList<UnitParticipation> topLevel) =>
        rules.Blocks.Select(block =>
        {
            var units = topLevel.Where(unit => unit.Block == block.Code).ToArray();
            return new BlockParticipation(
                block,
                units.Aggregate(default(Tally), (sum, unit) => sum + unit.Total),
                units.Aggregate(default(Share), (sum, unit) => sum + unit.Share),
                units.Length,
                units.Count(unit => unit.Reached is not null),
                units.Count(unit => unit.Reached == true));
        }).ToValueList();
}
