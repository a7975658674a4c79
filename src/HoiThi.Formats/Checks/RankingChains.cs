using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A chain has no key twice and none behind random: it could never decide.</summary>
internal static class RankingChains
{
    public static void Check(IReadOnlyList<(int Index, RankingKey Item)> chain, Scope scope)
    {
        var seen = new HashSet<RankingKey>();
        foreach (var (index, _) in chain.Where(key => !seen.Add(key.Item)))
        {
            scope.Add($"[{index}]", $"item {index + 1} is in the chain already", "each key once");
        }

        foreach (var (index, _) in chain.SkipWhile(key => key.Item != RankingKey.Random).Skip(1).Take(1))
        {
            scope.Add($"[{index}]", $"item {index + 1} stands behind random, which leaves nothing to decide", "random as the last key");
        }
    }
}
