using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Statistics;
using HoiThi.Server.Contests.Pages;

namespace HoiThi.Server.Results.Pages;

/// <summary>The public standings of a round or of the contest. Names are shown, ids never.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Round">The round's number; 0 for the contest.</param>
/// <param name="Tabs">What can be looked at: the rounds that have begun, and the contest.</param>
/// <param name="State">What the places are worth.</param>
/// <param name="At">When they were taken.</param>
/// <param name="People">How many contestants are ranked; bands sum to it.</param>
/// <param name="Truth">What the prediction is measured against; null while nobody knows.</param>
/// <param name="Winners">Who won, best first; empty before the results are official.</param>
/// <param name="Lines">This page of the places.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Query">What was searched for, or empty.</param>
/// <param name="Bands">How right answers are spread over all people; empty where papers differ in length.</param>
public sealed record StandingsView(
    Contest Contest,
    int Round,
    ValueList<RoundTab> Tabs,
    StandingsState State,
    DateTimeOffset At,
    long People,
    long? Truth,
    ValueList<WinnerLine> Winners,
    ValueList<StandingLine> Lines,
    int Page,
    int Pages,
    string Query,
    ValueList<ScoreBand> Bands)
{
    /// <summary>The title of what is shown, or null for the contest.</summary>
    public LocalText? RoundTitle => Round == 0 ? null : Contest.Rounds[Round - 1].Title;

    /// <summary>Whether predictions are measured here, and so are shown.</summary>
    public bool Resolved => Truth is not null && Chain.Contains(RankingKey.Prediction);

    /// <summary>Keys that were corrected, where the round has closed.</summary>
    public ValueList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>The code of the division shown; null where there are none.</summary>
    public string? Division { get; init; }

    /// <summary>The divisions to choose from.</summary>
    public ValueList<DivisionTab> Divisions { get; init; } = [];

    /// <summary>Places that won nothing, and why.</summary>
    public ValueList<PassedOverLine> PassedOver { get; init; } = [];

    /// <summary>The next in line.</summary>
    public ValueList<StandingLine> Substitutes { get; init; } = [];

    /// <summary>Until when results can be complained of; null where they cannot.</summary>
    public DateTimeOffset? ComplaintsUntil { get; init; }

    /// <summary>Whether the board stands still until the round is closed.</summary>
    public bool Frozen { get; init; }

    /// <summary>The draw of lots; null where nothing is drawn.</summary>
    public DrawNotice? Draw { get; init; }

    /// <summary>The prize of a place, or null.</summary>
    public LocalText? PrizeOf(StandingLine line) => Winners.FirstOrDefault(winner => winner.Line.Place == line.Place)?.Prize;

    /// <summary>The chain that orders the places.</summary>
    public ValueList<RankingKey> Chain { get; init; } = Round == 0 ? Contest.Ranking.Contest : Contest.Ranking.Round;
}

/// <summary>What the places are worth.</summary>
public enum StandingsState
{
    /// <summary>The rules keep them back for now.</summary>
    Hidden,

    /// <summary>The round has closed, and the organisers have not published its results yet.</summary>
    Awaiting,

    /// <summary>The round is open: places change, predictions are not known.</summary>
    Provisional,

    /// <summary>The round has closed; the organisers have not confirmed the results.</summary>
    Closed,

    /// <summary>The results are computed and can be complained of.</summary>
    Complaints,

    /// <summary>Places are final; a winner may still move to a higher prize of a later round.</summary>
    PrizesOpen,

    /// <summary>The results are official.</summary>
    Official,
}

/// <summary>A contestant's place.</summary>
/// <param name="Place">1 for the first.</param>
/// <param name="Name">The contestant's name.</param>
/// <param name="Unit">The contestant's unit.</param>
/// <param name="Above">The units above it, nearest first, or null at the top.</param>
/// <param name="Score">Hundredths of a point.</param>
/// <param name="Correct">Right answers.</param>
/// <param name="Questions">Out of how many.</param>
/// <param name="Prediction">The number guessed, or null.</param>
/// <param name="Distance">How far it is from the truth; null while the truth is not known, or without a guess.</param>
/// <param name="Time">Milliseconds taken.</param>
/// <param name="Submitted">When it was submitted.</param>
/// <param name="Separated">What put this place below the one before ("cùng điểm, dự đoán lệch hơn 2"), or null.</param>
public sealed record StandingLine(
    long Place,
    string Name,
    LocalText Unit,
    LocalText? Above,
    int Score,
    int Correct,
    int Questions,
    long? Prediction,
    long? Distance,
    long Time,
    DateTimeOffset Submitted,
    LocalText? Separated)
{
    /// <summary>Whose place it is; only where it is for organisers.</summary>
    public ContestantId? Contestant { get; init; }
}

/// <summary>A prize and the place it went to.</summary>
/// <param name="Prize">The prize's name.</param>
/// <param name="Line">Who won it.</param>
/// <param name="Amount">What it is worth in đồng, or null.</param>
/// <param name="Division">The winner's division, or null where there are none.</param>
/// <param name="Value">What it is worth in words, or null.</param>
public sealed record WinnerLine(LocalText Prize, StandingLine Line, long? Amount = null, LocalText? Division = null, LocalText? Value = null);

/// <summary>A place that won nothing for a reason.</summary>
/// <param name="Place">The place.</param>
/// <param name="Reason">Why.</param>
public sealed record PassedOverLine(int Place, LocalText Reason);

/// <summary>A division to choose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record DivisionTab(string Code, LocalText Name);

/// <summary>The draw of lots, for everybody to check.</summary>
/// <param name="Commitment">The seed's hash, public beforehand.</param>
/// <param name="Seed">The seed; null while the round is not closed.</param>
public sealed record DrawNotice(string Commitment, string? Seed);
