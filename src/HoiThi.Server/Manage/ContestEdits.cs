using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage;

/// <summary>Changes of a contest that the console makes.</summary>
internal static class ContestEdits
{
    /// <summary>The contest with its calendar moved by whole days.</summary>
    public static Contest Moved(Contest contest, int days) => contest with
    {
        Rounds = contest.Rounds.Select(round => round with { Calendar = round.Calendar.Select(entry => entry.MovedByDays(days)).ToValueList() }).ToValueList(),
    };

    /// <summary>
    /// The contest with the window of a round that is open at a moment closing later; null where none is open. A weekly
    /// pattern that the window is of becomes its single windows, because only one of them changes.
    /// </summary>
    public static Contest? Longer(LiveContest contest, int round, DateTimeOffset now, int minutes)
    {
        var local = TimeZoneInfo.ConvertTime(now, contest.Zone).DateTime;
        var definition = contest.Definition.Rounds[round - 1];
        if (!definition.Windows.Any(IsOpen))
        {
            return null;
        }

        var calendar = definition.Calendar.SelectMany(entry => entry.Windows().Any(IsOpen)
            ? entry.Windows().Select(window => (CalendarEntry)new SingleWindow(window.Opens, IsOpen(window) ? new LocalDateTime(window.Closes.Value.AddMinutes(minutes)) : window.Closes))
            : [entry]);
        var longer = definition with { Calendar = calendar.ToValueList() };
        return contest.Definition with { Rounds = contest.Definition.Rounds.Select(each => each.Number == round ? longer : each).ToValueList() };

        bool IsOpen(Window window) => window.Opens.Value <= local && local < window.Closes.Value;
    }
}
