namespace HoiThi.Core.Contests;

/// <summary>Where a contest stands at a moment.</summary>
public enum ContestState
{
    /// <summary>No round has opened.</summary>
    Upcoming,

    /// <summary>A round is open, or between two of its windows.</summary>
    Running,

    /// <summary>Some round is closed, none is underway, and another will open.</summary>
    BetweenRounds,

    /// <summary>The last round has closed.</summary>
    Over,
}

/// <summary>A contest and its rounds at a moment; everything that countdowns and home pages say about time.</summary>
/// <param name="State">Where the contest stands.</param>
/// <param name="Rounds">Its rounds in the order of their numbers.</param>
/// <param name="Current">The round that is underway, an open one before one between windows; or null.</param>
/// <param name="Next">
/// What happens next and when, or null when the contest is over. Of two changes at one moment the earlier round's.
/// </param>
public sealed record ContestStatus(ContestState State, ValueList<RoundStatus> Rounds, RoundStatus? Current, StatusChange? Next)
{
    /// <summary>The contest at <paramref name="now"/>, whatever offset that is written with.</summary>
    /// <exception cref="TimeZoneNotFoundException">The contest's zone is unknown on this machine.</exception>
    public static ContestStatus At(Contest contest, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(contest.TimeZone);
        var rounds = contest.Rounds.Select(round => RoundStatus.At(round, zone, now)).ToValueList();
        var current = rounds.FirstOrDefault(round => round.State == RoundState.Open)
            ?? rounds.FirstOrDefault(round => round.State == RoundState.BetweenWindows);
        var next = rounds.Select(round => round.Next).OfType<StatusChange>().MinBy(change => change.At);
        return new ContestStatus(StateOf(rounds, current), rounds, current, next);
    }

    /// <summary>The round of <paramref name="number"/>, from 1.</summary>
    public RoundStatus this[int number] => Rounds[number - 1];

    private static ContestState StateOf(ValueList<RoundStatus> rounds, RoundStatus? current)
    {
        if (current is not null)
        {
            return ContestState.Running;
        }

        if (rounds.All(round => round.State == RoundState.Upcoming))
        {
            return ContestState.Upcoming;
        }

        return rounds.All(round => round.State == RoundState.Closed) ? ContestState.Over : ContestState.BetweenRounds;
    }
}
