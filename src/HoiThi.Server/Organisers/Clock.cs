namespace HoiThi.Server.Organisers;

/// <summary>Moments on screens that are of no contest are by the clock of Việt Nam.</summary>
public static class Clock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>When a day begins, in milliseconds since 1970.</summary>
    public static long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUnixTimeMilliseconds();
    }

    public static DateTime Local(long moment) => Local(DateTimeOffset.FromUnixTimeMilliseconds(moment));
}
