using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A window closes after it opens, and the windows of a round are in order and apart (touching is apart).</summary>
internal static class Windows
{
    /// <summary>The rule for one window.</summary>
    public static void Check(Window window, Scope scope)
    {
        if (window.Closes <= window.Opens)
        {
            scope.Add("closes", $"the window closes at {window.Closes}, not after it opens", $"a time after {window.Opens}");
        }
    }

    /// <summary>The rule between the windows of a round.</summary>
    public static void Check(IReadOnlyList<(int Index, Window Item)> windows, Scope scope)
    {
        foreach (var ((_, before), (index, window)) in windows.Zip(windows.Skip(1)))
        {
            if (window.Opens < before.Closes)
            {
                scope.Add(
                    $"[{index}].opens",
                    $"the window opens at {window.Opens}, before the one above has closed",
                    $"{before.Closes} or later");
            }
        }
    }
}
