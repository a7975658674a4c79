using HoiThi.Core;
using HoiThi.Core.Units;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Units have codes of their own, and the units above a unit exist and end at the top.</summary>
internal static class UnitHierarchy
{
    public static void Check(ValueList<Unit> units, Scope scope)
    {
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        Unique.Check(scope, units.Select((unit, index) => (unit.Code, $"[{index}].code")), "unit");
        foreach (var (index, unit) in units.Index())
        {
            if (unit.Parent is not null)
            {
                Known.Check(scope, $"[{index}].parent", "unit", unit.Parent, codes);
            }
        }

        foreach (var (index, unit) in InCircles(units))
        {
            scope.Add($"[{index}].parent", $"the units above '{unit.Code}' lead back to it", "a tree, whose top has no parent");
        }
    }

    private static IEnumerable<(int Index, Unit Unit)> InCircles(ValueList<Unit> units)
    {
        var parents = units.DistinctBy(unit => unit.Code, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Code, unit => unit.Parent, StringComparer.Ordinal);
        return units.Index().Where(pair =>
        {
            // A way up that is longer than the list has met a circle, perhaps one that this unit is not in.
            var above = pair.Item.Parent;
            for (var steps = 0; above is not null && above != pair.Item.Code && steps < units.Count; steps++)
            {
                above = parents.GetValueOrDefault(above);
            }

            return above == pair.Item.Code;
        });
    }
}
