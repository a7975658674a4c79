using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Notices stand newest first, as they are shown.</summary>
internal static class NewsOrder
{
    public static void Check(IReadOnlyList<(int Index, NewsItem Item)> news, Scope scope)
    {
        foreach (var ((_, above), (index, item)) in news.Zip(news.Skip(1)))
        {
            if (item.Date > above.Date)
            {
                var date = above.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                scope.Add($"[{index}].date", "the notice is newer than the one above it", $"{date} or earlier, newest first");
            }
        }
    }
}
