using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A prize among winners needs prizes that make them, given before it, and says itself how many there are of it.</summary>
internal static class WinnersPrizes
{
    public static void Check(Contest contest, Scope scope)
    {
        foreach (var list in PrizeList.Of(contest).DistinctBy(list => list.Path, StringComparer.Ordinal))
        {
            foreach (var (index, prize) in list.Prizes.Index().Where(prize => prize.Item.AmongWinners))
            {
                Check(contest, list, prize, $"{list.Path}[{index}]", scope);
            }
        }
    }

    private static void Check(Contest contest, PrizeList list, Prize prize, string path, Scope scope)
    {
        // Winners of the contest's or a stage's prizes may have won in rounds; those of a round only there.
        var before = list.Path.EndsWith(".contest", StringComparison.Ordinal) || list.Path.StartsWith("stages", StringComparison.Ordinal)
            ? PrizeList.Of(contest).SelectMany(each => each.Prizes)
            : list.Prizes;
        if (before.All(each => each.AmongWinners))
        {
            scope.Add($"{path}.amongWinners", "the prize is for winners of other prizes, and there are none before it", "a prize without 'amongWinners'");
        }

        if (prize is { Count: null, Pot: null })
        {
            scope.Add($"{path}.count", "the prize is for winners and does not say how many of it there are", "'count', or a 'pot' that they share");
        }
    }
}
