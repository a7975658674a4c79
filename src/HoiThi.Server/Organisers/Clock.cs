namespace HoiThi.Server.Organisers;

/// <summary>Moments on screens that are of no contest are by the clock of Việt Nam.</summary>
public static class Clock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    public static DateTime Local(long moment) => Local(DateTimeOffset.FromUnixTimeMilliseconds(moment));
}
