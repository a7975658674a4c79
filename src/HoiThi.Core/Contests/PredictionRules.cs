namespace HoiThi.Core.Contests;

/// <summary>A number the contestant guesses; it never counts in the score (câu dự đoán).</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Object">What is counted.</param>
/// <param name="Scope">Over which time it is counted.</param>
/// <param name="Of">Among whom it is counted.</param>
/// <param name="Place">Where it is asked.</param>
/// <param name="Measure">Which of two guesses is the better one.</param>
public sealed record PredictionRules(
    LocalText Question,
    PredictionObject Object,
    PredictionScope Scope,
    PredictionOf Of = PredictionOf.All,
    PredictionPlace Place = PredictionPlace.Paper,
    PredictionMeasure Measure = PredictionMeasure.Distance);

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

/// <summary>Among whom a prediction's object is counted.</summary>
public enum PredictionOf
{
    /// <summary>All contestants.</summary>
    All,

    /// <summary>The contestants of the guesser's own division.</summary>
    Division,
}

/// <summary>Where the prediction is asked.</summary>
public enum PredictionPlace
{
    /// <summary>In the paper, below the questions.</summary>
    Paper,

    /// <summary>After the submission, once, until the round is over.</summary>
    After,
}

/// <summary>Which of two guesses is the better one; no guess is always last.</summary>
public enum PredictionMeasure
{
    /// <summary>The smaller distance from the truth, above or below.</summary>
    Distance,

    /// <summary>Only the exact number counts; all others are equal.</summary>
    Exact,

    /// <summary>The smaller distance among those that are not above the truth; all above it are equal, behind them.</summary>
    NotAbove,
}
