using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A weekly pattern stands for at least one window and for no more than a year of them.</summary>
internal static class WeeklyPatterns
{
    private const int MostDays = 400;

    public static void Check(WeeklyPattern pattern, Scope scope)
    {
        if (pattern.Until < pattern.From)
        {
            scope.Add("until", $"the pattern ends on {pattern.Until:yyyy-MM-dd}, before it begins", $"{pattern.From:yyyy-MM-dd} or later");
        }
        else if (pattern.Until.DayNumber - pattern.From.DayNumber >= MostDays || pattern.Until.Year >= 9999)
        {
            scope.Add("until", $"the pattern spans {pattern.Until.DayNumber - pattern.From.DayNumber + 1} days", $"at most {MostDays}");
        }
        else if (!pattern.Windows().Any())
        {
            scope.Add("days", "no day from 'from' until 'until' is one of the days, or all are excepted", "at least one window");
        }
    }
}
