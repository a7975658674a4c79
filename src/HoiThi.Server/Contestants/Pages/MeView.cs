using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Scoring;

namespace HoiThi.Server.Contestants.Pages;

/// <summary>A contestant's own page.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Name">The contestant's name.</param>
/// <param name="Division">The division, or null where there are none.</param>
/// <param name="Notes">What the contestant is told of the rules.</param>
/// <param name="Data">The contestant's data.</param>
/// <param name="Attempts">All attempts, round by round.</param>
/// <param name="Saved">Whether something has just been saved.</param>
/// <param name="Code">A new personal code, shown once; or null.</param>
/// <param name="Tried">A form that was sent and not accepted, or null.</param>
public sealed record MeView(
    Contest Contest,
    string Name,
    Division? Division,
    ValueList<LocalText> Notes,
    OwnData Data,
    ValueList<OwnAttemptLine> Attempts,
    bool Saved,
    string? Code,
    JoinTry? Tried);

/// <summary>An attempt of one's own.</summary>
/// <param name="Round">Its round.</param>
/// <param name="Id">Its id.</param>
/// <param name="State">Whether it is in progress, submitted, expired or voided.</param>
/// <param name="At">When it was submitted, or started while it is in progress, by the wall clock.</param>
/// <param name="Grade">What it came to, where the rules show that; or null.</param>
public sealed record OwnAttemptLine(Round Round, AttemptId Id, AttemptState State, DateTime At, Grade? Grade);
