using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A share of the headcount needs one: without, every unit has a share of 0.</summary>
internal static class Headcounts
{
    public static void Check(ContestParts parts)
    {
        if (parts.Contest.Value is not { } contest || parts.Units?.Value is not { } units || units.Any(unit => unit.Headcount > 0))
        {
            return;
        }

        var awards = contest.Collective.Index().Where(award =>
            award.Item.Gates.Any(gate => gate.Share is not null || gate.Target)
            || award.Item.Score.Any(term => term.Measure == Measure.Share));
        foreach (var (index, award) in awards)
        {
            parts.Contest.Scope.Add(
                $"collective[{index}]",
                $"the award '{award.Code}' measures shares of the headcount, and no unit has one",
                "headcounts in the unit list");
        }
    }
}
