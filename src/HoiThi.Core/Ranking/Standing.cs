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
/// <param name="Ordinal">Which attempt counts; 0 for the contest, and where all of them count together.</param>
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
        var candidates = over.Select(attempt => FromOne(rules, attempt, registered, over.Length, perfect));
        return rules.Counts switch
        {
            Counting.First => candidates.First(),
            Counting.Last => candidates.Last(),
            Counting.Sum => Together(candidates.ToArray(), (sum, _) => sum),
            Counting.Average => Together(candidates.ToArray(), FloorDiv),
            _ => over.Length == 1
                ? candidates.First()
                : candidates.MinBy(standing => RankKey.Provisional(rules.Chain, standing), RankKey.Order),
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

    /// <summary>
    /// The standing in the contest recounted from the standings of its rounds, practice left out; null where there is none.
    /// Its prediction is the latest of those that are about the contest.
    /// </summary>
    /// <param name="rules">A round of the contest, for the contestant's division.</param>
    /// <param name="rounds">The standings of the contestant's rounds.</param>
    public static Standing? Total(RoundRules rules, IEnumerable<Standing> rounds)
    {
        var counted = rounds.Where(round => !rules.Practices.Contains(round.Round)).ToArray();
        var latest = counted
            .Where(round => round.Prediction is not null && rules.ContestGuesses.Contains(round.Round))
            .MaxBy(round => (round.Submitted, round.Round));
        var sum = counted.OrderBy(round => round.Submitted)
            .Aggregate((Standing?)null, (contest, round) => Sum(contest, before: null, round));
        return sum is null ? null : sum with { Prediction = latest?.Prediction };
    }

    // All attempts as one; moments and the prediction are the last one's.
    private static Standing Together(Standing[] attempts, Func<long, int, long> per)
    {
        var time = attempts.Sum(attempt => attempt.Time);
        return attempts[^1] with
        {
            Ordinal = 0,
            Score = Whole(per(attempts.Sum(attempt => (long)attempt.Score), attempts.Length)),
            Correct = Whole(per(attempts.Sum(attempt => (long)attempt.Correct), attempts.Length)),
            Time = -per(-time, attempts.Length), // up to the millisecond
        };
    }

    private static long FloorDiv(long sum, int count) => sum >= 0 ? sum / count : -((-sum + count - 1) / count);

    private static int Whole(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    private static Standing FromOne(RoundRules rules, Attempt attempt, long registered, int attempts, int perfect) => new(
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
        rules.Division,
        attempt.Started);
}
