using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Scoring;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>What <see cref="RoundPage"/> shows. Wall-clock times are in the contest's zone.</summary>
/// <param name="Shell">The frame of the page.</param>
/// <param name="Language">The language of the page.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Round">The round.</param>
/// <param name="Rules">Its rules for the visitor's division.</param>
/// <param name="Stage">Where the round stands now.</param>
/// <param name="Opens">When the window that is open or next opens; of a closed round its first.</param>
/// <param name="Closes">When that window closes; of a closed round its last.</param>
/// <param name="Until">Milliseconds by the server until the window opens or, when it is open, closes; 0 if closed.</param>
/// <param name="Joined">Whether the visitor is signed in as a contestant of the contest.</param>
/// <param name="Current">The attempt in progress, or null.</param>
/// <param name="Attempts">All attempts of the contestant in the round that are over, first to last.</param>
/// <param name="Left">How many are left by each limit.</param>
public sealed record RoundView(
    Shell Shell,
    Language Language,
    Contest Contest,
    Round Round,
    RoundRules Rules,
    RoundStage Stage,
    DateTime Opens,
    DateTime Closes,
    long Until,
    bool Joined,
    CurrentAttempt? Current,
    ValueList<AttemptLine> Attempts,
    AttemptsLeft Left)
{
    /// <summary>How many attempts are used, the one in progress included.</summary>
    public int Used => Attempts.Count(attempt => attempt.State != AttemptState.GivenBack) + (Current is null ? 0 : 1);

    /// <summary>Whole minutes for an attempt.</summary>
    public long Minutes => Rules.Duration / 60_000;

    /// <summary>Whether no attempt can be told to be the one that counts: there is one, or all do.</summary>
    public bool OneCounts => Rules.Limit > 1 && Rules.Counts is not (Counting.Average or Counting.Sum);
}

/// <summary>Where a round stands.</summary>
public enum RoundStage
{
    /// <summary>A window is still to open.</summary>
    Coming,

    /// <summary>A window is open.</summary>
    Open,

    /// <summary>The last window has closed.</summary>
    Closed,
}

/// <summary>The attempt in progress.</summary>
/// <param name="Id">Which.</param>
/// <param name="Remaining">Milliseconds until its deadline, by the server.</param>
public sealed record CurrentAttempt(AttemptId Id, long Remaining);

/// <summary>One attempt that is over.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">How it ended.</param>
/// <param name="Submitted">When, by the wall clock.</param>
/// <param name="Taken">Milliseconds.</param>
/// <param name="Grade">What it is worth, or null while that is not shown.</param>
/// <param name="Counted">Whether it is the one that makes the standing.</param>
public sealed record AttemptLine(AttemptId Id, AttemptState State, DateTime Submitted, int Taken, Grade? Grade, bool Counted);
