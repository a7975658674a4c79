using HoiThi.Core.Contests;
using HoiThi.Core.Participation;

namespace HoiThi.Core.Ranking;

/// <summary>The number that predictions are held against, once it can be known.</summary>
public static class PredictionTruth
{
    /// <summary>The truth, or null where the contest asks for no prediction.</summary>
    /// <param name="rules">What the prediction is about, or null.</param>
    /// <param name="round">Counts of the round, all units together, after it has settled.</param>
    /// <param name="contest">Counts of the contest, all units together, after its last round has settled.</param>
    public static long? Of(PredictionRules? rules, Tally round, Tally contest)
    {
        if (rules is null)
        {
            return null;
        }

        var counts = rules.Scope == PredictionScope.Contest ? contest : round;
        return rules.Object switch
        {
            PredictionObject.Participants => counts.People,
            PredictionObject.Attempts => counts.Attempts,
            PredictionObject.PerfectPeople => counts.PerfectPeople,
            PredictionObject.PerfectAttempts => counts.PerfectAttempts,
            _ => throw new ArgumentOutOfRangeException(nameof(rules), rules.Object, "unknown object"),
        };
    }
}
