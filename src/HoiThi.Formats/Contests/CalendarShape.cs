using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of an item of <c>windows</c>.</summary>
internal static class CalendarShape
{
    private static readonly RecordShape<SingleWindow> Window = new RecordShape<SingleWindow>("window")
        .Required("opens", window => window.Opens, Of.Minute, "The first moment; 24:00 is the next day's 00:00.")
        .Required("closes", window => window.Closes, Of.Minute, "The moment after the last.")
        .Checked(Windows.Check);

    private static readonly RecordShape<WeeklyPattern> Pattern = new RecordShape<WeeklyPattern>("weeklyPattern")
        .Required("days", pattern => pattern.Days, Of.Days, "The days of the week, as in [mon, wed, fri].")
        .Required("from", pattern => pattern.From, Of.Date, "The first day, included.")
        .Required("until", pattern => pattern.Until, Of.Date, "The last day, included.")
        .Required("opens", pattern => pattern.Opens, Of.TimeOfDay, "The first moment of each window.")
        .Required("closes", pattern => pattern.Closes, Of.EndOfDay, "The moment after the last; not after `opens`, it is on the next day.")
        .Optional("except", pattern => pattern.Except, Of.Line(Of.Date, 0, 400), [], "Days left out, as holidays.")
        .Guarded(WeeklyPatterns.Check);

    /// <summary>One window, or the same hours on the same days of the week.</summary>
    public static FormsShape<CalendarEntry> Entry { get; } = new(
        "calendarEntry",
        new Form<CalendarEntry, WeeklyPattern>("a weekly pattern", Pattern, "days", "from", "until", "except"),
        new Form<CalendarEntry, SingleWindow>("one window", Window));
}
