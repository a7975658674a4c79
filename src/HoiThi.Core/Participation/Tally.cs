using HoiThi.Core.Ranking;

namespace HoiThi.Core.Participation;

/// <summary>
/// Counts of one unit in one round (or, with round 0, in the contest). People and attempts are never mixed up:
/// a person counts once, however many attempts there are.
/// </summary>
/// <param name="People">Different people with a counted attempt.</param>
/// <param name="Attempts">Counted attempts.</param>
/// <param name="PerfectPeople">Different people with an attempt in which everything is right.</param>
/// <param name="PerfectAttempts">Attempts in which everything is right.</param>
/// <param name="Score">The sum of what counts for each person, in hundredths of a point.</param>
public readonly record struct Tally(long People, long Attempts, long PerfectPeople, long PerfectAttempts, long Score)
{
    /// <summary>What changes when a standing goes from <paramref name="before"/> to <paramref name="after"/>.</summary>
    public static Tally Between(Standing? before, Standing? after) => Of(after) - Of(before);

    /// <summary>What one standing counts for.</summary>
    public static Tally Of(Standing? standing) => standing is null
        ? default
        : new Tally(1, standing.Attempts, standing.PerfectAttempts > 0 ? 1 : 0, standing.PerfectAttempts, standing.Score);

    /// <summary>Sums two tallies.</summary>
    public static Tally operator +(Tally left, Tally right) => new(
        left.People + right.People,
        left.Attempts + right.Attempts,
        left.PerfectPeople + right.PerfectPeople,
        left.PerfectAttempts + right.PerfectAttempts,
        left.Score + right.Score);

    /// <summary>The difference of two tallies.</summary>
    public static Tally operator -(Tally left, Tally right) => new(
        left.People - right.People,
        left.Attempts - right.Attempts,
        left.PerfectPeople - right.PerfectPeople,
        left.PerfectAttempts - right.PerfectAttempts,
        left.Score - right.Score);
}
