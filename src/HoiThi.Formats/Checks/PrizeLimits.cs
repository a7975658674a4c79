using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Where only the higher prize is given all rounds are decided together, so that no round can bar from a later one.</summary>
internal static class PrizeLimits
{
    public static void Check(PrizeRules prizes, Scope scope)
    {
        if (prizes is { Limit: PrizeLimit.OnlyHigher, BarredRounds: > 0 })
        {
            scope.Add(
                "barredRounds",
                "the limit is only-higher, which chooses among the prizes of all rounds at the end",
                "no 'barredRounds', or another limit");
        }
    }
}
