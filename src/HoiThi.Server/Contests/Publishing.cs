namespace HoiThi.Server.Contests;

/// <summary>When public boards stop, and when daily counts are renewed.</summary>
public static class Publishing
{
    /// <summary>When the board of a round stops changing; null where it never does.</summary>
    public static DateTimeOffset? FreezesAt(LiveContest contest, int round) =>
        contest.Definition.Publication.FreezeMinutes is > 0 and var minutes && contest.Round(round) is { } rules
            ? DateTimeOffset.FromUnixTimeMilliseconds(rules.Closes).AddMinutes(-minutes)
            : null;

    /// <summary>The latest moment at which counts had to be renewed; null where they are always, or when the contest is settled.</summary>
    public static DateTimeOffset? CountsDueAt(LiveContest contest, DateTimeOffset now)
    {
        if (!CountsDaily(contest, now))
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(now, contest.Zone);
        var at = local.Date + contest.Definition.Publication.CountsAt!.Value.ToTimeSpan();
        at = at <= local.DateTime ? at : at.AddDays(-1);
        return new DateTimeOffset(at, contest.Zone.GetUtcOffset(at));
    }

    /// <summary>Whether public counts are those of a time of day now: when the contest is settled they are final.</summary>
    public static bool CountsDaily(LiveContest contest, DateTimeOffset now) =>
        contest.Definition.Publication.CountsAt is not null && contest.Rounds.Any(rules => now.ToUnixTimeMilliseconds() < rules.Settled);
}
