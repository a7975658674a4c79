namespace HoiThi.Core.Contests;

/// <summary>
/// How many attempts a contestant has, and which of them counts. Limits that are null do not limit; those that are given
/// hold together. An attempt uses one of each from its start on, voided or not, unless the organisers give it back.
/// </summary>
/// <param name="PerRound">The most attempts in one round, 1–1,000; null is 1,000.</param>
/// <param name="Counts">What the attempts of a round come to.</param>
/// <param name="PerDay">The most that start on one calendar day of the contest's zone, 1–100.</param>
/// <param name="PerWindow">The most that start in one window, 1–1,000.</param>
/// <param name="PerWeek">The most that start in one week, Monday to Sunday in the contest's zone, 1–1,000.</param>
/// <param name="PerContest">The most in the contest, practice rounds left out, 1–10,000.</param>
public sealed record AttemptRules(
    int? PerRound,
    Counting Counts,
    int? PerDay = null,
    int? PerWindow = null,
    int? PerWeek = null,
    int? PerContest = null);

/// <summary>What several attempts of a round come to.</summary>
public enum Counting
{
    /// <summary>The one that the round's chain puts highest (without the prediction, which nobody knows yet).</summary>
    Best,

    /// <summary>The first that was submitted.</summary>
    First,

    /// <summary>The last that was submitted.</summary>
    Last,

    /// <summary>
    /// The mean of points, right answers and time over all of them, rounded down to hundredths, to whole answers and up to
    /// milliseconds; moments and the prediction are the last one's.
    /// </summary>
    Average,

    /// <summary>The sum of points, right answers and time of all of them; moments and the prediction are the last one's.</summary>
    Sum,
}
