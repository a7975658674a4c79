using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Conditions that are written say something.</summary>
internal static class Conditioned
{
    private static readonly PrizeConditions Nothing = new(Perfect: false, MinScore: null, CompleteData: false);

    public static void Check(PrizeConditions conditions, Scope scope)
    {
        if (conditions == Nothing)
        {
            scope.Add("", "the conditions ask for nothing", "perfect, minScore or completeData, or the key left out");
        }
    }
}
