namespace HoiThi.Core.Contests;

/// <summary>How a paper is made and timed (đề thi).</summary>
/// <param name="Minutes">The time for one attempt, 1–180 minutes, never beyond the end of its window.</param>
/// <param name="GraceSeconds">How long after the deadline a submission that was on its way still counts, 0–120 seconds.</param>
/// <param name="ShuffleQuestions">Whether each attempt gets the questions in its own order.</param>
/// <param name="ShuffleChoices">Whether each attempt gets the choices in its own order.</param>
/// <param name="Point">Hundredths of a point for a question answered right, 1–100,000.</param>
public sealed record PaperRules(int Minutes, int GraceSeconds, bool ShuffleQuestions, bool ShuffleChoices, int Point = 100);

/// <summary>How many attempts a contestant has, and which of them counts.</summary>
/// <param name="PerRound">The most attempts in one round, 1–1,000.</param>
/// <param name="Counts">Which attempt of a round becomes the contestant's standing.</param>
public sealed record AttemptRules(int PerRound, Counting Counts);

/// <summary>Which of several attempts counts.</summary>
public enum Counting
{
    /// <summary>The one that the round's chain puts highest (without the prediction, which nobody knows yet).</summary>
    Best,

    /// <summary>The first that was submitted.</summary>
    First,

    /// <summary>The last that was submitted.</summary>
    Last,
}

/// <summary>A number the contestant guesses; it never counts in the score (câu dự đoán).</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Object">What is counted.</param>
/// <param name="Scope">Over which time it is counted.</param>
public sealed record PredictionRules(LocalText Question, PredictionObject Object, PredictionScope Scope);

/// <summary>What a prediction is about.</summary>
public enum PredictionObject
{
    /// <summary>Different people with a counted attempt.</summary>
    Participants,

    /// <summary>Counted attempts.</summary>
    Attempts,

    /// <summary>Different people with an attempt in which everything is right.</summary>
    PerfectPeople,

    /// <summary>Attempts in which everything is right.</summary>
    PerfectAttempts,
}

/// <summary>The time over which a prediction's object is counted.</summary>
public enum PredictionScope
{
    /// <summary>The round of the attempt.</summary>
    Round,

    /// <summary>The whole contest.</summary>
    Contest,
}

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

    /// <summary>The smaller distance between prediction and truth first; no prediction is last.</summary>
    Prediction,

    /// <summary>Less time taken first, in milliseconds.</summary>
    Time,

    /// <summary>The earlier submission first, in milliseconds.</summary>
    Submitted,

    /// <summary>The earlier registration first, in milliseconds.</summary>
    Registered,

    /// <summary>Fewer attempts first.</summary>
    FewerAttempts,

    /// <summary>More attempts with everything right first.</summary>
    PerfectAttempts,
}

/// <summary>Individual prizes (cơ cấu giải).</summary>
/// <param name="Round">Prizes of every round, best first.</param>
/// <param name="Contest">Prizes over all rounds, best first.</param>
/// <param name="Limit">How often one person may win.</param>
public sealed record PrizeRules(ValueList<Prize> Round, ValueList<Prize> Contest, PrizeLimit Limit);

/// <summary>A prize that the rules offer.</summary>
/// <param name="Name">First prize, second prize, …</param>
/// <param name="Count">How many of it there are, 1–10,000.</param>
/// <param name="Value">What it is worth, in words, or null.</param>
public sealed record Prize(LocalText Name, int Count, LocalText? Value);

/// <summary>How often one person may win an individual prize.</summary>
public enum PrizeLimit
{
    /// <summary>Once in each round (and once over all rounds).</summary>
    OncePerRound,

    /// <summary>Once in the contest: who has won in an earlier round is passed over.</summary>
    OncePerContest,
}

/// <summary>What is shown to whom, and when.</summary>
/// <param name="Result">When a contestant sees the score of an attempt.</param>
/// <param name="Explanations">When a contestant sees the right answers and why.</param>
/// <param name="Standings">Who sees the standings of a round that is open.</param>
/// <param name="StandingsShown">How many places the public standings show, 10–10,000.</param>
public sealed record PublicationRules(Moment Result, Moment Explanations, Moment Standings, int StandingsShown = 100);

/// <summary>A moment in the life of a round.</summary>
public enum Moment
{
    /// <summary>As soon as there is something to show.</summary>
    AtOnce,

    /// <summary>When the round has closed.</summary>
    AfterRound,

    /// <summary>When the last round has closed.</summary>
    AfterContest,

    /// <summary>Not at all.</summary>
    Never,
}
