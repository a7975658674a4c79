using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A prize says how many of it there are, and what it is worth where prizes are compared by that.</summary>
internal static class PrizeNumbers
{
    public static void Check(Contest contest, Scope scope)
    {
        foreach (var list in PrizeList.Of(contest).DistinctBy(list => (list.Path, list.Rules.Conditions, list.Rules.Limit)))
        {
            foreach (var (index, prize) in list.Prizes.Index())
            {
                Check(prize, list.Rules, $"{list.Path}[{index}]", scope);
            }
        }
    }

    private static void Check(Prize prize, PrizeRules rules, string path, Scope scope)
    {
        if (prize is { Count: null, Pot: null, Conditions: null } && rules.Conditions is null)
        {
            scope.Add(
                $"{path}.count",
                "the prize does not say how many of it there are, so that every entrant wins it",
                "'count', a 'pot' that all share, or 'conditions'");
        }

        if (rules.Limit == PrizeLimit.OnlyHigher && prize.Amount is null)
        {
            scope.Add(
                $"{path}.amount",
                "the limit is only-higher, which compares amounts, and the prize has none",
                "'amount' in đồng beside every prize");
        }
    }
}
