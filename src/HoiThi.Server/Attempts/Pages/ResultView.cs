using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>What <see cref="ResultPage"/> shows. Wall-clock times are in the contest's zone.</summary>
/// <param name="Shell">The frame of the page.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Round">The round.</param>
/// <param name="Rules">Its rules for the contestant's division.</param>
/// <param name="Attempt">The attempt, which is over.</param>
/// <param name="Submitted">When it ended, by the wall clock.</param>
/// <param name="ScoreShown">Whether the rules let the contestant see the score now.</param>
/// <param name="ScoreFrom">When they will; null if at once or never.</param>
/// <param name="Place">The contestant's place in the round by now, or null.</param>
/// <param name="Counted">The ordinal of the attempt that makes the standing.</param>
/// <param name="Left">Attempts left in a round that is open; 0 otherwise.</param>
/// <param name="Receipt">The code of the receipt, without gaps; null for a voided attempt.</param>
/// <param name="Review">Questions with right answers, or null while the rules do not show them.</param>
/// <param name="ReviewFrom">When they will; null if never.</param>
/// <param name="Pending">How many essays wait for their mark.</param>
/// <param name="AskPrediction">Whether the prediction is asked here, now.</param>
public sealed record ResultView(
    Shell Shell,
    Language Language,
    Contest Contest,
    Round Round,
    RoundRules Rules,
    Attempt Attempt,
    DateTime Submitted,
    bool ScoreShown,
    DateTime? ScoreFrom,
    Place? Place,
    int Counted,
    int Left,
    string? Receipt,
    Review? Review,
    DateTime? ReviewFrom,
    int Pending = 0,
    bool AskPrediction = false)
{
    /// <summary>Of how many questions of the paper the key was corrected since it was sealed.</summary>
    public int Corrected { get; init; }

    /// <summary>HTML of other features that stands below the score, or null.</summary>
    public string? Aside { get; init; }
}

/// <summary>A place in a round.</summary>
/// <param name="Rank">1 for the first.</param>
/// <param name="People">Of how many.</param>
/// <param name="Final">Whether the round is settled; before, the place can change.</param>
public sealed record Place(long Rank, long People, bool Final);

/// <summary>What each question's mark is shown from.</summary>
/// <param name="Questions">The attempt's set in the language of the page.</param>
/// <param name="Paper">The attempt's paper.</param>
/// <param name="Explained">Whether the right answers are shown as well, and why; else only which of one's own are right.</param>
public sealed record Review(EncodedSet Questions, Paper Paper, bool Explained);
