using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Manage.Pages;

internal static class ExtraWords
{
    /// <summary>Extra time in words, or null where there is none.</summary>
    public static string? InWords(this ExtraTime extra, Language language) => extra switch
    {
        { Percent: 0, Minutes: 0 } => null,
        { Percent: 0 } => language.Say($"thêm {extra.Minutes} phút", $"{extra.Minutes} minutes more"),
        { Minutes: 0 } => language.Say($"thêm {extra.Percent} % thời gian", $"{extra.Percent}% more time"),
        _ => language.Say($"thêm {extra.Percent} % và {extra.Minutes} phút", $"{extra.Percent}% and {extra.Minutes} minutes more"),
    };
}
