using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A collective award is for something: prizes, or going on to part 2.</summary>
internal static class CollectivePrizes
{
    public static void Check(CollectiveAward award, Scope scope)
    {
        if (award.Prizes.Count == 0 && award.Advance == 0)
        {
            scope.Add("prizes", $"units can win nothing in the award '{award.Code}'", "prizes, or 'advance' above 0");
        }
    }
}
