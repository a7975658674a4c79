using System.Globalization;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Notices stand newest first, as they are shown.</summary>
internal static class NewsOrder
{
    public static void Check(Contest contest, Findings findings)
    {
        for (var index = 1; index < contest.News.Count; index++)
        {
            if (contest.News[index].Date > contest.News[index - 1].Date)
            {
                var above = contest.News[index - 1].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                findings.Add($"news[{index}].date", "the notice is newer than the one above", $"{above} or earlier, newest first");
            }
        }
    }
}
