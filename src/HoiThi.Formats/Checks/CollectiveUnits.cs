using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>The units that a collective award compares can be there.</summary>
internal static class CollectiveUnits
{
    public static void Check(Contest contest, Scope scope)
    {
        var units = contest.Units;
        foreach (var (index, award) in contest.Collective.Index())
        {
            var path = $"collective[{index}]";
            Codes.Check(scope, $"{path}.among.kinds", "kind", award.Among.Kinds, [.. units.Kinds.Select(kind => kind.Code)]);
            Codes.Check(scope, $"{path}.among.blocks", "block", award.Among.Blocks, [.. units.Blocks.Select(block => block.Code)]);
            Codes.Check(scope, $"{path}.among.sizes", "size band", award.Among.Sizes, [.. units.Sizes.Select(size => size.Code)]);
            if (award.Per == CollectiveGroup.Size && units.Sizes.Count == 0)
            {
                scope.Add(
                    $"{path}.per",
                    "each size band has its own prizes, and there are no size bands",
                    "'sizes' of the units, or another group");
            }

            var kinds = units.Kinds.Where(kind => award.Among.Kinds.Contains(kind.Code, StringComparer.Ordinal)).ToList();
            if (kinds.Count > 0
                && award.Among.Blocks.Count > 0
                && !kinds.Exists(kind => award.Among.Blocks.Contains(kind.Block, StringComparer.Ordinal)))
            {
                scope.Add(
                    $"{path}.among.blocks",
                    "none of the kinds is in one of the blocks, so that no unit is compared",
                    "blocks of these kinds");
            }
        }
    }
}
