using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Every kind of unit belongs to a block, and people of some kind may register.</summary>
internal static class UnitClasses
{
    public static void Check(UnitRules units, Scope scope)
    {
        var blocks = units.Blocks.Select(block => block.Code).ToList();
        foreach (var (index, kind) in units.Kinds.Index())
        {
            Known.Check(scope, $"kinds[{index}].block", "block", kind.Block, blocks);
        }

        if (!units.Kinds.Any(kind => kind.Eligible))
        {
            scope.Add("kinds", "no kind is eligible, so nobody could register", "at least one kind without 'eligible: false'");
        }
    }
}
