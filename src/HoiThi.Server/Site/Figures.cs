using System.Globalization;

namespace HoiThi.Server.Site;

/// <summary>Numbers, times and dates as the screen writes them: 8.214; 61,4 %; 17:30 thứ Sáu, 03/11.</summary>
public static class Figures
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static CultureInfo Culture(this Language language) => language.English ? English : Vietnamese;

    public static string Number(this Language language, long value) => value.ToString("N0", language.Culture());

    /// <summary>Hundredths of a point without idle zeros: 18,5.</summary>
    public static string Points(this Language language, long hundredths) =>
        (hundredths / 100m).ToString("#,##0.##", language.Culture());

    /// <summary>Tenths of a percent: 614 is 61,4 %.</summary>
    public static string Percent(this Language language, long tenths) =>
        (tenths / 10m).ToString("#,##0.0", language.Culture()) + (language.English ? "%" : " %");

    /// <summary>Minutes, seconds and milliseconds: 6:12,418.</summary>
    public static string Taken(this Language language, long milliseconds) =>
        $"{milliseconds / 60_000}:{milliseconds / 1_000 % 60:00}{language.Culture().NumberFormat.NumberDecimalSeparator}{milliseconds % 1_000:000}";

    /// <summary>A moment to the minute with its weekday: 17:30 thứ Sáu, 03/11.</summary>
    public static string Moment(this Language language, DateTime local) => language.English
        ? local.ToString("HH:mm ddd d MMM", English)
        : local.ToString("HH:mm", Vietnamese) + " " + Weekday(local.DayOfWeek) + local.ToString(", dd/MM", CultureInfo.InvariantCulture);

    public static string Day(this Language language, DateTime local) =>
        local.ToString(language.English ? "d MMM" : "dd/MM", language.English ? English : CultureInfo.InvariantCulture);

    private static string Weekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        _ => "Chủ nhật",
    };
}
