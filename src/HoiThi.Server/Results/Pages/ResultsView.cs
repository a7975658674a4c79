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
    ValueList<CollectiveBoard> Boards);
