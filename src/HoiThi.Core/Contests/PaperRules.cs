namespace HoiThi.Core.Contests;

/// <summary>How a paper is made, timed and marked (đề thi).</summary>
/// <param name="Minutes">The time for one attempt, 1–180 minutes, never beyond the end of its window.</param>
/// <param name="GraceSeconds">How long after the deadline a submission that was on its way still counts, 0–120 seconds.</param>
/// <param name="ShuffleQuestions">Whether each attempt gets the questions in its own order.</param>
/// <param name="ShuffleChoices">Whether each attempt gets the choices in its own order.</param>
/// <param name="Point">Hundredths of a point for a question answered right, where neither the question nor the blueprint says another, 1–100,000.</param>
/// <param name="WrongPoint">Hundredths of a point taken off for a wrong answer, 0–100,000; an empty answer costs nothing.</param>
/// <param name="Partial">What a question with several right choices gives when they are ticked in part.</param>
/// <param name="BelowZero">Whether an attempt's score may be less than 0.</param>
/// <param name="SecondsPerQuestion">
/// The time for each question, 3–600 seconds, or null. The questions come one after another and none comes back: the
/// question at position p (from 0) takes answers from start + p × this to start + (p + 1) × this, and the grace after it.
/// </param>
/// <param name="ChangeAnswers">Whether an answer once given may be changed while the attempt is in progress.</param>
public sealed record PaperRules(
    int Minutes,
    int GraceSeconds,
    bool ShuffleQuestions,
    bool ShuffleChoices,
    int Point = 100,
    int WrongPoint = 0,
    PartialMarking Partial = PartialMarking.None,
    bool BelowZero = false,
    int? SecondsPerQuestion = null,
    bool ChangeAnswers = true);

/// <summary>How a question with several right choices is marked.</summary>
public enum PartialMarking
{
    /// <summary>Exactly the right choices, or it is wrong.</summary>
    None,

    /// <summary>
    /// The share of right choices ticked less the share of wrong choices ticked, at least 0, of the points, rounded down to
    /// hundredths. It counts as answered right only when it is wholly right; it is wrong only when it comes to 0.
    /// </summary>
    Proportional,
}
