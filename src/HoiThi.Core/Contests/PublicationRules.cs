namespace HoiThi.Core.Contests;

/// <summary>What is shown to whom, and when.</summary>
/// <param name="Result">When a contestant sees the score of an attempt.</param>
/// <param name="Explanations">When a contestant sees the right answers and why.</param>
/// <param name="Standings">Who sees the standings of a round that is open.</param>
/// <param name="StandingsShown">How many places the public standings show, 10–10,000.</param>
/// <param name="Answers">When a contestant sees which answers are right and wrong, without the key.</param>
/// <param name="Place">When a contestant sees the place so far.</param>
/// <param name="Names">How names stand on public boards.</param>
/// <param name="FreezeMinutes">So long before a round's end its public board stops changing, 0–10,080 minutes.</param>
/// <param name="CountsAt">The time of day at which public counts are renewed, once a day; null: always.</param>
/// <param name="ComplaintDays">For so many days after the closing results can be complained of and are not official, 0–60.</param>
public sealed record PublicationRules(
    Moment Result,
    Moment Explanations,
    Moment Standings,
    int StandingsShown = 100,
    Moment Answers = Moment.Never,
    Moment Place = Moment.AtOnce,
    NameDisplay Names = NameDisplay.Full,
    int FreezeMinutes = 0,
    TimeOnly? CountsAt = null,
    int ComplaintDays = 0);

/// <summary>How names stand on public boards.</summary>
public enum NameDisplay
{
    /// <summary>In full.</summary>
    Full,

    /// <summary>The given name and the first letters of the others: "N. T. Hồng Hạnh" is not told from another by it.</summary>
    Masked,

    /// <summary>Not at all.</summary>
    Hidden,
}

/// <summary>A moment in the life of a round.</summary>
public enum Moment
{
    /// <summary>As soon as there is something to show.</summary>
    AtOnce,

    /// <summary>When the round has closed.</summary>
    AfterRound,

    /// <summary>When the last round has closed.</summary>
    AfterContest,

    /// <summary>When the organisers have published the results of the round, which is after it has closed.</summary>
    WhenApproved,

    /// <summary>Not at all.</summary>
    Never,
}
