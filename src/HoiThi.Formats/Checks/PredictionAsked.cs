using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A chain ranks by a prediction only where one is asked, and over all rounds only by one that is about all of them.</summary>
internal static class PredictionAsked
{
    public static void Check(Contest contest, Scope scope)
    {
        var counted = RulesInPlace.Of(contest).Where(each => !each.Round.Practice).ToList();
        var unasked = counted.Where(each => each.Rules.Prediction is null);
        foreach (var each in unasked.DistinctBy(each => each.ChainPath, StringComparer.Ordinal))
        {
            Unasked(each.Rules.Chain, each.ChainPath, scope);
        }

        foreach (var division in counted.GroupBy(each => each.Division))
        {
            CheckContest(contest, division.Key, [.. division], scope);
        }
    }

    private static void CheckContest(Contest contest, int division, IReadOnlyList<RulesInPlace> rounds, Scope scope)
    {
        var own = division < contest.Divisions.Count && contest.Divisions[division].Ranking is not null;
        var path = own ? $"divisions[{division}].ranking.contest" : "ranking.contest";
        var chain = rounds[0].Rules.ContestChain;
        if (rounds.Any(each => each.Rules.Prediction is null))
        {
            Unasked(chain, path, scope);
        }
        else if (rounds.FirstOrDefault(each => each.Rules.Prediction!.Scope == PredictionScope.Round) is { } one)
        {
            var what = $"the chain of the contest ranks by a prediction, and that of round {one.Round.Number} is about the round";
            Add(chain, path, what, "a prediction of the scope contest, or a chain without it", scope);
        }
    }

    private static void Unasked(IReadOnlyList<RankingKey> chain, string path, Scope scope) => Add(
        chain,
        path,
        "the chain ranks by a prediction that nobody is asked for",
        "'prediction' in the contest, or a chain without it",
        scope);

    /// <summary>Reports the prediction in a chain, once where several divisions share it.</summary>
    private static void Add(IReadOnlyList<RankingKey> chain, string path, string what, string expected, Scope scope)
    {
        foreach (var (index, _) in chain.Index().Where(key => key.Item == RankingKey.Prediction))
        {
            if (!scope.Findings.Has(scope.PathOf($"{path}[{index}]")))
            {
                scope.Add($"{path}[{index}]", what, expected);
            }
        }
    }
}
