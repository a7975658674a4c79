using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A chain has no key twice, and ranks by a prediction only where one is asked.</summary>
internal static class RankingChains
{
    public static void Check(Contest contest, Findings findings)
    {
        Check(contest, contest.Ranking.Round, "ranking.round", findings);
        Check(contest, contest.Ranking.Contest, "ranking.contest", findings);
    }

    private static void Check(Contest contest, ValueList<RankingKey> chain, string path, Findings findings)
    {
        var seen = new HashSet<RankingKey>();
        foreach (var (index, key) in chain.Index())
        {
            if (!seen.Add(key))
            {
                findings.Add($"{path}[{index}]", $"the key of place {index + 1} is in the chain already", "each key once");
            }

            if (key == RankingKey.Prediction && contest.Prediction is null)
            {
                findings.Add($"{path}[{index}]", "the chain ranks by a prediction that is not asked", "'prediction' in the contest, or a chain without it");
            }
        }
    }
}
