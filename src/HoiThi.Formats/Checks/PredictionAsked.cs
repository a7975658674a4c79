using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A chain ranks by a prediction only where one is asked.</summary>
internal static class PredictionAsked
{
    public static void Check(Contest contest, Scope scope)
    {
        if (contest.Prediction is null)
        {
            Check(contest.Ranking.Round, "ranking.round", scope);
            Check(contest.Ranking.Contest, "ranking.contest", scope);
        }
    }

    private static void Check(ValueList<RankingKey> chain, string path, Scope scope)
    {
        foreach (var (index, _) in chain.Index().Where(key => key.Item == RankingKey.Prediction))
        {
            scope.Add(
                $"{path}[{index}]",
                "the chain ranks by a prediction that nobody is asked for",
                "'prediction' in the contest, or a chain without it");
        }
    }
}
