using HoiThi.Core;
using HoiThi.Core.Collective;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Results.Pages;

/// <summary>The results of a contest: prizes over all rounds, and those of units with all that they are made of.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="State">What the results are worth.</param>
/// <param name="At">Of which moment they are.</param>
/// <param name="ComplaintsUntil">Until when they can be complained of, or null.</param>
/// <param name="Winners">Who won over all rounds.</param>
/// <param name="Boards">The collective awards; empty while they are held back.</param>
public sealed record ResultsView(
    Contest Contest,
    StandingsState State,
    DateTimeOffset At,
    DateTimeOffset? ComplaintsUntil,
    ValueList<WinnerLine> Winners,
    ValueList<CollectiveBoard> Boards)
{
    /// <summary>Who won in each stage that has closed.</summary>
    public ValueList<StageWinners> Stages { get; init; } = [];

    /// <summary>Who won prizes of a jury, by award and round.</summary>
    public ValueList<JuryWinners> Jury { get; init; } = [];

    /// <summary>Keys that were corrected in rounds that have closed.</summary>
    public ValueList<CorrectionLine> Corrections { get; init; } = [];

    public bool IsEmpty => Winners.Count == 0 && Boards.Count == 0 && Stages.Count == 0 && Jury.Count == 0;
}

/// <summary>Keys that were corrected after they were sealed.</summary>
/// <param name="Round">The title of the round.</param>
/// <param name="Questions">Of how many questions.</param>
/// <param name="Moment">When, by the wall clock.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionLine(LocalText Round, int Questions, DateTime Moment, string Reason);

/// <summary>The winners of a stage.</summary>
public sealed record StageWinners(LocalText Title, ValueList<WinnerLine> Winners);

/// <summary>The winners of an award that a jury gives.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Round">The title of the round, or null where it is given once.</param>
/// <param name="Winners">Best first.</param>
public sealed record JuryWinners(LocalText Name, LocalText? Round, ValueList<JuryWinnerLine> Winners);

/// <summary>Somebody who won a prize of a jury.</summary>
/// <param name="Prize">The prize.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Unit">The unit, or null.</param>
/// <param name="Work">What it was given for.</param>
/// <param name="Value">What it is worth, or null.</param>
public sealed record JuryWinnerLine(LocalText Prize, string Name, LocalText? Unit, string Work, LocalText? Value);
