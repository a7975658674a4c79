using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Blocks and kinds have names of their own, and every kind belongs to a block.</summary>
internal static class UnitClasses
{
    public static void Check(Contest contest, Findings findings)
    {
        var units = contest.Units;
        var blocks = units.Blocks.Select(block => block.Code).ToList();
        Unique.Check(findings, blocks, index => $"units.blocks[{index}].code", "block");
        Unique.Check(findings, units.Kinds.Select(kind => kind.Code), index => $"units.kinds[{index}].code", "kind");
        foreach (var (index, kind) in units.Kinds.Index())
        {
            Known.Check(findings, $"units.kinds[{index}].block", "block", kind.Block, blocks);
        }

        if (!units.Kinds.Any(kind => kind.Eligible))
        {
            findings.Add("units.kinds", "no kind is eligible, so nobody could register", "at least one kind without 'eligible: false'");
        }
    }
}
