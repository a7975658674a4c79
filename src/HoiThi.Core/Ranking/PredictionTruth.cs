using HoiThi.Core.Contests;
using HoiThi.Core.Participation;

namespace HoiThi.Core.Ranking;

/// <summary>The number that predictions are held against, once it can be known.</summary>
public static class PredictionTruth
{
    /// <summary>The truth, or null where no prediction is asked.</summary>
    /// <param name="rules">What the prediction is about, or null.</param>
    /// <param name="counts">
    /// Counts of the round or the contest, of all contestants or of the guesser's division, all units together, after the
    /// round or the contest has settled.
    /// </param>
    public static long? Of(PredictionRules? rules, Func<PredictionScope, PredictionOf, Tally> counts)
    {
        if (rules is null)
        {
            return null;
        }

        var counted = counts(rules.Scope, rules.Of);
        return rules.Object switch
        {
            PredictionObject.Participants => counted.People,
            PredictionObject.Attempts => counted.Attempts,
            PredictionObject.PerfectPeople => counted.PerfectPeople,
            PredictionObject.PerfectAttempts => counted.PerfectAttempts,
            _ => throw new ArgumentOutOfRangeException(nameof(rules), rules.Object, "unknown object"),
        };
    }
}
