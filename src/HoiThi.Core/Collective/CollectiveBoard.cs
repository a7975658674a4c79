using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Core.Collective;

/// <summary>How a collective award comes out, with everything that anybody needs to work it out again.</summary>
/// <param name="Award">The award.</param>
/// <param name="Groups">One for all units, or each block, kind or size band that has units.</param>
public sealed record CollectiveBoard(CollectiveAward Award, ValueList<CollectiveGroupBoard> Groups)
{
    /// <summary>Computes an award.</summary>
    /// <param name="award">The award.</param>
    /// <param name="rules">Kinds, blocks, sizes and targets.</param>
    /// <param name="tree">The units.</param>
    /// <param name="figures">Each unit's own figures, by its number from 1.</param>
    public static CollectiveBoard Of(CollectiveAward award, UnitRules rules, UnitTree tree, Func<int, UnitFigures> figures)
    {
        var classes = new UnitClasses(rules, tree);
        var compared = award.Among.Level == UnitLevel.Top ? tree.TopLevel : Enumerable.Range(1, tree.Count);
        var units = compared.Where(IsAmong).Select(unit => MeasuredUnit.Of(award, classes, tree, unit, figures)).ToArray();
        return new CollectiveBoard(award, GroupsOf(award.Per, rules).Select(Board).Where(group => group.Units.Count > 0).ToValueList());

        bool IsAmong(int unit) =>
            UnitClasses.Allows(award.Among.Kinds, tree[unit].Kind)
            && UnitClasses.Allows(award.Among.Blocks, classes.KindOf(unit).Block)
            && UnitClasses.Allows(award.Among.Sizes, classes.SizeOf(unit)?.Code);

        CollectiveGroupBoard Board((string? Code, LocalText? Name) group) => new(
            group.Code,
            group.Name,
            CollectiveRanking.Of(award, units.Where(unit => group.Code is null || CodeOf(unit.Number) == group.Code).ToArray()));

        string? CodeOf(int unit) => award.Per switch
        {
            CollectiveGroup.Block => classes.KindOf(unit).Block,
            CollectiveGroup.Kind => tree[unit].Kind,
            CollectiveGroup.Size => classes.SizeOf(unit)?.Code,
            _ => null,
        };
    }

    private static IEnumerable<(string? Code, LocalText? Name)> GroupsOf(CollectiveGroup per, UnitRules rules) => per switch
    {
        CollectiveGroup.Block => rules.Blocks.Select(block => ((string?)block.Code, (LocalText?)block.Name)),
        CollectiveGroup.Kind => rules.Kinds.Select(kind => ((string?)kind.Code, (LocalText?)kind.Name)),
        CollectiveGroup.Size => rules.Sizes.Select(size => ((string?)size.Code, (LocalText?)size.Name)),
        _ => [(null, null)],
    };
}

/// <summary>Units that share one list of prizes.</summary>
/// <param name="Code">The code of the block, kind or size band, or null for all.</param>
/// <param name="Name">Its name, or null for all.</param>
/// <param name="Units">The units that are considered, best first, then those that a gate keeps out in the order of the unit list.</param>
public sealed record CollectiveGroupBoard(string? Code, LocalText? Name, ValueList<UnitOutcome> Units);

/// <summary>How a unit comes out.</summary>
/// <param name="Number">The unit's number.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Gates">Each gate, and whether the unit passes it.</param>
/// <param name="Terms">Each summand of the score; for a unit that is kept out what can be said without a place.</param>
/// <param name="Score">The sum of the terms.</param>
/// <param name="Place">The place in its group, from 1; null for a unit that is kept out.</param>
/// <param name="Parted">Of two with an equal score, why this one is below the one before; else null.</param>
/// <param name="Prize">Which prize it wins, from 0, or null. A score of 0 wins none.</param>
/// <param name="Advances">Whether it goes on to part 2.</param>
public sealed record UnitOutcome(
    int Number,
    Unit Unit,
    ValueList<GateOutcome> Gates,
    ValueList<TermOutcome> Terms,
    Exact Score,
    int? Place,
    LocalText? Parted,
    int? Prize,
    bool Advances);

/// <summary>A gate before a unit.</summary>
/// <param name="Passed">Whether it is passed.</param>
/// <param name="Words">Why, in words and figures: "51 trên 60 = 85,0%: đạt 70%".</param>
public sealed record GateOutcome(bool Passed, LocalText Words);

/// <summary>A summand of a unit's score.</summary>
/// <param name="Value">What is measured.</param>
/// <param name="Points">That times its weight.</param>
/// <param name="Words">How it comes about: "tỷ lệ tham gia 85% × 0,5 = 42,5".</param>
public sealed record TermOutcome(Exact Value, Exact Points, LocalText Words);
