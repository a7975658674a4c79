namespace HoiThi.Core.Contests;

/// <summary>Where a round stands at a moment.</summary>
public enum RoundState
{
    /// <summary>Its first window has not opened.</summary>
    Upcoming,

    /// <summary>A window is open.</summary>
    Open,

    /// <summary>A window has closed and another will open.</summary>
    BetweenWindows,

    /// <summary>Its last window has closed.</summary>
    Closed,
}

/// <summary>A round at a moment.</summary>
/// <param name="Round">The round.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Opens">When its first window opens.</param>
/// <param name="Closes">When its last window closes.</param>
/// <param name="Next">What happens next in it, or null when it is closed.</param>
public sealed record RoundStatus(Round Round, RoundState State, DateTimeOffset Opens, DateTimeOffset Closes, StatusChange? Next)
{
    /// <summary>Whether it has opened and is not over: open, or between two of its windows.</summary>
    public bool Underway => State is RoundState.Open or RoundState.BetweenWindows;

    /// <summary>The round at <paramref name="now"/>; windows include their start and exclude their end.</summary>
    public static RoundStatus At(Round round, TimeZoneInfo zone, DateTimeOffset now)
    {
        var first = round.Opens.In(zone);
        var last = round.Closes.In(zone);
        for (var index = 0; index < round.Windows.Count; index++)
        {
            var opens = round.Windows[index].Opens.In(zone);
            var closes = round.Windows[index].Closes.In(zone);
            if (now < opens)
            {
                var (state, opening) = index == 0
                    ? (RoundState.Upcoming, ChangeKind.RoundOpens)
                    : (RoundState.BetweenWindows, ChangeKind.WindowOpens);
                return new RoundStatus(round, state, first, last, new StatusChange(opening, round, opens));
            }

            if (now < closes)
            {
                var closing = index == round.Windows.Count - 1 ? ChangeKind.RoundCloses : ChangeKind.WindowCloses;
                return new RoundStatus(round, RoundState.Open, first, last, new StatusChange(closing, round, closes));
            }
        }

        return new RoundStatus(round, RoundState.Closed, first, last, Next: null);
    }
}

/// <summary>Something that will happen by the clock: what a countdown counts down to.</summary>
/// <param name="Kind">What.</param>
/// <param name="Round">To which round.</param>
/// <param name="At">The first moment at which it is so.</param>
public sealed record StatusChange(ChangeKind Kind, Round Round, DateTimeOffset At);

/// <summary>What happens by the clock.</summary>
public enum ChangeKind
{
    /// <summary>The first window of a round opens.</summary>
    RoundOpens,

    /// <summary>A window closes and another will open.</summary>
    WindowCloses,

    /// <summary>A later window opens.</summary>
    WindowOpens,

    /// <summary>The last window of a round closes.</summary>
    RoundCloses,
}
