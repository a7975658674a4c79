using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A window closes after it opens, and the windows of a round are apart (touching is apart).</summary>
internal static class Windows
{
    /// <summary>The rule for one window.</summary>
    public static void Check(SingleWindow window, Scope scope)
    {
        if (window.Closes <= window.Opens)
        {
            scope.Add("closes", $"the window closes at {window.Closes}, not after it opens", $"a time after {window.Opens}");
        }
    }

    /// <summary>The rule between the windows of a round, those of patterns among them.</summary>
    public static void Check(Round round, Scope scope)
    {
        var windows = round.Calendar.Index()
            .SelectMany(entry => entry.Item.Windows().Select(window => (entry.Index, Window: window)))
            .OrderBy(pair => pair.Window.Opens)
            .ToList();
        foreach (var ((_, before), (index, window)) in windows.Zip(windows.Skip(1)))
        {
            if (window.Opens < before.Closes)
            {
                scope.Add(
                    $"windows[{index}].opens",
                    $"the window opens at {window.Opens}, before the one that opens at {before.Opens} has closed",
                    $"{before.Closes} or later");
                return;
            }
        }
    }
}
