using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Participation targets name kinds and sizes that exist, and each can be some unit's own.</summary>
internal static class Targets
{
    public static void Check(UnitRules units, Scope scope)
    {
        var kinds = units.Kinds.Select(kind => kind.Code).ToList();
        var sizes = units.Sizes.Select(size => size.Code).ToList();
        foreach (var (index, target) in units.Targets.Index())
        {
            Codes.Check(scope, $"targets[{index}].kinds", "kind", target.Kinds, kinds);
            Codes.Check(scope, $"targets[{index}].sizes", "size band", target.Sizes, sizes);
        }

        NeverMet(units, scope);
    }

    /// <summary>The first target that fits is a unit's own, so one whose units are all taken by those above says nothing.</summary>
    private static void NeverMet(UnitRules units, Scope scope)
    {
        var taken = new HashSet<(string Kind, string? Size)>();
        foreach (var (index, target) in units.Targets.Index())
        {
            var own =
                from kind in target.Kinds.Count > 0 ? target.Kinds : units.Kinds.Select(kind => kind.Code)
                from size in target.Sizes.Count > 0 ? target.Sizes : SizesOf(units)
                select (kind, size);
            if (own.Where(taken.Add).ToList() is [])
            {
                scope.Add(
                    $"targets[{index}]",
                    "the target can be no unit's own: those above fit all of its units first",
                    "the narrower target above the wider one");
            }
        }
    }

    /// <summary>The sizes a unit can have; one below the smallest band has none.</summary>
    private static IEnumerable<string?> SizesOf(UnitRules units)
    {
        var sizes = units.Sizes.Select(size => size.Code);
        return units.Sizes.Count > 0 && units.Sizes[0].From == 0 ? sizes : sizes.Append(null);
    }
}
