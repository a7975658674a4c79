using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Statistics.Pages;

/// <summary>Figures of statistics as they stand in a table; a dash where a figure has no meaning.</summary>
internal static class FigureWords
{
    public static string Figure(this Language language, double? value, string format = "0.00") => value is { } number ? number.ToString(format, language.Culture()) : "–";

    /// <summary>A share, 0–1, in percent.</summary>
    public static string Share(this Language language, double share) => language.Percent((long)Math.Round(share * 1_000));
}
