namespace HoiThi.Core.Contests;

/// <summary>The keys that order contestants, most important first; the contestant's id ends every chain.</summary>
/// <param name="Round">The chain within a round.</param>
/// <param name="Contest">The chain over all rounds, on sums of the rounds' standings.</param>
public sealed record RankingRules(ValueList<RankingKey> Round, ValueList<RankingKey> Contest);

/// <summary>One key of a ranking chain.</summary>
public enum RankingKey
{
    /// <summary>More points first.</summary>
    Score,

    /// <summary>More right answers first.</summary>
    Correct,

    /// <summary>The better prediction first, by the measure of its rules; no prediction is last.</summary>
    Prediction,

    /// <summary>Less time taken first, in milliseconds.</summary>
    Time,

    /// <summary>The earlier submission first, in milliseconds.</summary>
    Submitted,

    /// <summary>The earlier start of what counts first (the moment of logging in to the test), in milliseconds.</summary>
    Started,

    /// <summary>The earlier registration first, in milliseconds.</summary>
    Registered,

    /// <summary>Fewer attempts first.</summary>
    FewerAttempts,

    /// <summary>More attempts first.</summary>
    MoreAttempts,

    /// <summary>More attempts with everything right first.</summary>
    PerfectAttempts,

    /// <summary>
    /// A draw of lots: SHA-256 of the contest's seed, the round and the contestant's id, the smaller first. The seed's
    /// own hash is public before the round opens, the seed when it has closed.
    /// </summary>
    Random,
}

