using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>
/// A contestant's place in a round or, with round 0, in the contest (thứ hạng): what the counted attempts come to.
/// </summary>
/// <param name="Contestant">Whose it is.</param>
/// <param name="Round">The round's number; 0 for the contest.</param>
/// <param name="Unit">The number of the contestant's unit.</param>
/// <param name="Registered">When the contestant registered.</param>
/// <param name="Attempts">How many attempts are over and not voided; at least 1.</param>
/// <param name="PerfectAttempts">In how many of them everything is right.</param>
/// <param name="Ordinal">Which attempt counts; 0 for the contest.</param>
/// <param name="Score">Hundredths of a point.</param>
/// <param name="Correct">Right answers.</param>
/// <param name="Time">Milliseconds taken.</param>
/// <param name="Submitted">When what counts was submitted, in milliseconds since 1970; for the contest the latest.</param>
/// <param name="Prediction">The number guessed, or null.</param>
/// <param name="Division">The index of the contestant's division, from 0; 0 where there are none.</param>
/// <param name="Started">When what counts was started, in milliseconds since 1970; for the contest the latest.</param>
public sealed record Standing(
    ContestantId Contestant,
    short Round,
    int Unit,
    long Registered,
    int Attempts,
    int PerfectAttempts,
    short Ordinal,
    int Score,
    int Correct,
    long Time,
    long Submitted,
    long? Prediction,
    short Division = 0,
    long Started = 0)
{
    /// <summary>The standing that a contestant's attempts of one round come to; null while none is over.</summary>
    public static Standing? Of(RoundRules rules, long registered, IEnumerable<Attempt> attempts)
    {
        var over = attempts.Where(attempt => attempt.Counts).OrderBy(attempt => attempt.Id.Ordinal).ToArray();
        if (over.Length == 0)
        {
            return null;
        }

        var perfect = over.Count(attempt => attempt.Grade!.Value.Perfect);
        var candidates = over.Select(attempt => FromOne(attempt, registered, over.Length, perfect));
        return rules.Counts switch
        {
            Counting.First => candidates.First(),
            Counting.Last => candidates.Last(),
            _ => candidates.MinBy(standing => RankKey.Provisional(rules.Chain, standing), RankKey.Order),
        };
    }

    /// <summary>
    /// The standing in the contest after the standing of one round went from <paramref name="before"/> to
    /// <paramref name="after"/>: sums of points, right answers, times and attempts.
    /// </summary>
    public static Standing Sum(Standing? contest, Standing? before, Standing after) => new(
        after.Contestant,
        Round: 0,
        after.Unit,
        after.Registered,
        (contest?.Attempts ?? 0) - (before?.Attempts ?? 0) + after.Attempts,
        (contest?.PerfectAttempts ?? 0) - (before?.PerfectAttempts ?? 0) + after.PerfectAttempts,
        Ordinal: 0,
        (contest?.Score ?? 0) - (before?.Score ?? 0) + after.Score,
        (contest?.Correct ?? 0) - (before?.Correct ?? 0) + after.Correct,
        (contest?.Time ?? 0) - (before?.Time ?? 0) + after.Time,
        Math.Max(contest?.Submitted ?? 0, after.Submitted),
        Prediction: null,
        after.Division,
        Math.Max(contest?.Started ?? 0, after.Started));

    /// <summary>The standing in the contest recounted from the standings of its rounds; null where there is none.</summary>
    public static Standing? Total(IEnumerable<Standing> rounds) =>
        rounds.Aggregate((Standing?)null, (contest, round) => Sum(contest, before: null, round));

    private static Standing FromOne(Attempt attempt, long registered, int attempts, int perfect) => new(
        attempt.Id.Contestant,
        attempt.Id.Round,
        attempt.Unit,
        registered,
        attempts,
        perfect,
        attempt.Id.Ordinal,
        attempt.Grade!.Value.Score,
        attempt.Grade.Value.Correct,
        attempt.TimeTaken!.Value,
        attempt.Submitted!.Value,
        attempt.Answers.Prediction,
        Started: attempt.Started);
}
