using HoiThi.Core.Papers;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Attempts;

/// <summary>One sitting (lượt thi). All moments are milliseconds since 1970-01-01 UTC by the server's clock.</summary>
/// <param name="Id">Who, in which round, the how-manieth.</param>
/// <param name="Unit">The number of the contestant's unit when it started.</param>
/// <param name="SetVersion">The version of the sealed set the paper is drawn from.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Started">When it started; in a live round the opening of its window, from which everybody's time runs.</param>
/// <param name="Deadline">When its time is over: the start plus the minutes, never after the end of the window.</param>
/// <param name="Answers">The answers so far.</param>
/// <param name="Submitted">When it was submitted; for an expired attempt its deadline; null while in progress.</param>
/// <param name="Grade">What it is worth; null while in progress.</param>
/// <param name="Marks">What people gave for its essays, by position; null where there are none.</param>
public sealed record Attempt(
    AttemptId Id,
    int Unit,
    int SetVersion,
    AttemptState State,
    long Started,
    long Deadline,
    AnswerSheet Answers,
    long? Submitted,
    Grade? Grade,
    ValueList<EssayMark>? Marks = null)
{
    /// <summary>Which attempt it was before the registration it was made under became one with another; null for all others.</summary>
    public AttemptId? Origin { get; init; }

    /// <summary>The id that its paper is drawn from and its receipt made of: they stay what they were.</summary>
    public AttemptId DrawnAs => Origin ?? Id;

    /// <summary>Whether it is over and counts.</summary>
    public bool Counts => State is AttemptState.Submitted or AttemptState.Expired;

    /// <summary>
    /// The attempt as it is read from where score and right answers are kept but not how many questions are marked: the
    /// set and the id say which those are.
    /// </summary>
    /// <param name="rules">Its round.</param>
    public Attempt Counted(RoundRules rules)
    {
        if (Grade is not { } grade || rules.MarkedBy(SetVersion) is not { HasUnmarked: true } set)
        {
            return this;
        }

        var paper = Paper.Draw(set, DrawnAs);
        var unmarked = paper.Lines.Count(line => set.IsUnmarked(line.Question));
        return this with { Grade = grade with { Questions = paper.Lines.Length - unmarked } };
    }

    /// <summary>The attempt marked anew by what is in force now, if it counts.</summary>
    /// <param name="rules">Its round.</param>
    public Attempt MarkedAnew(RoundRules rules) => Counts
        ? this with { Grade = Scoring.Grade.Of(Paper.Draw(rules.MarkedBy(SetVersion), DrawnAs), Answers, Marks) }
        : this;

    /// <summary>Whether it uses one of what the limits allow.</summary>
    public bool Uses => State != AttemptState.GivenBack;

    /// <summary>
    /// The time taken in milliseconds, from the start to the arrival of the submission; a submission in the grace
    /// after the deadline took the whole time, no more. Never below 0, though two nodes' clocks differ by a little.
    /// Null while in progress.
    /// </summary>
    public int? TimeTaken => Submitted is { } submitted ? (int)Math.Max(0, Math.Min(submitted, Deadline) - Started) : null;
}

/// <summary>Where an attempt stands. The numbers are stored.</summary>
public enum AttemptState
{
    /// <summary>The contestant is at it.</summary>
    InProgress = 0,

    /// <summary>The contestant has submitted it.</summary>
    Submitted = 1,

    /// <summary>Its time ran out; the server submitted what it had.</summary>
    Expired = 2,

    /// <summary>The organisers have struck it out; it counts nowhere.</summary>
    Voided = 3,

    /// <summary>Struck out, and the contestant has it again: no limit counts it.</summary>
    GivenBack = 4,
}
