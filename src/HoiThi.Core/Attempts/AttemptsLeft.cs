namespace HoiThi.Core.Attempts;

/// <summary>
/// How many attempts a contestant has left at a moment, by each limit; null where there is no such limit. Days and weeks
/// are those of the contest's zone.
/// </summary>
/// <param name="Round">In the round.</param>
/// <param name="Day">On this calendar day.</param>
/// <param name="Window">In the window that is open; null as well where none is.</param>
/// <param name="Week">In this week, Monday to Sunday.</param>
/// <param name="Contest">In the contest.</param>
public readonly record struct AttemptsLeft(int Round, int? Day, int? Window, int? Week, int? Contest)
{
    /// <summary>How many can be started now, as far as limits go.</summary>
    public int Least => Math.Min(Round, Math.Min(Math.Min(Day ?? Round, Window ?? Round), Math.Min(Week ?? Round, Contest ?? Round)));

    /// <summary>The limit that is used up and lasts longest, or null.</summary>
    public SittingRefusal? Refusal =>
        Contest == 0 ? SittingRefusal.ContestUsed
        : Round == 0 ? SittingRefusal.RoundUsed
        : Week == 0 ? SittingRefusal.WeekUsed
        : Window == 0 ? SittingRefusal.WindowUsed
        : Day == 0 ? SittingRefusal.DayUsed
        : null;

    /// <summary>What is left.</summary>
    /// <param name="rules">The round.</param>
    /// <param name="attempts">The contestant's attempts in it.</param>
    /// <param name="elsewhere">How many of the contest the contestant has used in other rounds, practice left out.</param>
    /// <param name="now">The moment.</param>
    public static AttemptsLeft Of(RoundRules rules, IReadOnlyCollection<Attempt> attempts, int elsewhere, long now)
    {
        var limits = rules.Attempts;
        var window = limits.PerWindow is null ? null : rules.WindowAt(now);
        var used = attempts.Count(attempt => attempt.Uses);
        return new AttemptsLeft(
            Math.Max(0, rules.Limit - used),
            Left(limits.PerDay, started => DayOf(rules, started) == DayOf(rules, now)),
            window is { } open ? Left(limits.PerWindow, started => started >= open.Opens && started < open.Closes) : null,
            Left(limits.PerWeek, started => WeekOf(rules, started) == WeekOf(rules, now)),
            rules.Practice || limits.PerContest is not { } most ? null : Math.Max(0, most - used - elsewhere));

        int? Left(int? limit, Func<long, bool> same) =>
            limit is { } most ? Math.Max(0, most - attempts.Count(attempt => attempt.Uses && same(attempt.Started))) : null;
    }

    private static int DayOf(RoundRules rules, long moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(moment), rules.Zone).DateTime).DayNumber;

    // Day 0 of .NET's calendar, 0001-01-01, is a Monday.
    private static int WeekOf(RoundRules rules, long moment) => DayOf(rules, moment) / 7;
}
