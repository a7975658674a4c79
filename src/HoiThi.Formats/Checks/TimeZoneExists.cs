using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>The calendar is in a zone that the machine knows by its IANA name.</summary>
internal static class TimeZoneExists
{
    public static void Check(Contest contest, Findings findings)
    {
        // Windows' own names ("SE Asia Standard Time") are known to .NET too, but not to browsers and databases.
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(contest.TimeZone, out _) || contest.TimeZone.Contains(' ', StringComparison.Ordinal))
        {
            findings.Add("timeZone", $"there is no time zone '{contest.TimeZone}'", "an IANA name, as in Asia/Ho_Chi_Minh");
        }
    }
}
