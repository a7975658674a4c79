using HoiThi.Core.Contests;
using static HoiThi.Formats.Tests.Conformance.Traits;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>When rounds are open.</summary>
internal static class CalendarTraits
{
    public static IEnumerable<Trait> All =>
    [
        .. In("7. Calendar",
        [
            ("one window", facts => facts.Rounds.Count() == 1 && facts.Contest.Rounds[^1].Windows.Count == 1),
            ("weekly rounds", facts => Apart(facts, days => days == 7)),
            ("monthly rounds", facts => Apart(facts, days => days is >= 28 and <= 31)),
            ("daily rounds", facts => Apart(facts, days => days == 1)),
            ("two rounds", facts => facts.Rounds.Count() == 2),
            ("a quarter", facts => facts.Rounds.Any(round => Days(round) is > 55 and < 95)),
            ("one sitting", facts => facts.Rounds.Any(round => !round.Live && Length(round.Windows[0]).TotalHours < 2)),
            ("one day", facts => facts.Rounds.Any(round => round.Windows.Count == 1 && Length(round.Windows[0]).TotalHours is > 2 and <= 24)),
            ("fixed days of the week", facts => Patterns(facts).Any(pattern => pattern.Days.Count < 5)),
            ("live sessions", facts => facts.Rounds.Any(round => round.Live)),
            ("ten rounds or more", facts => facts.Contest.Rounds.Count >= 10),
        ]),
        .. In("8. Hours",
        [
            ("00:00 - 24:00", facts => facts.Rounds.Any(round => Clock(round.Opens) == "00:00" && Clock(round.Closes) == "00:00")),
            ("the weekend off", facts => facts.Rounds.Any(round => round.Windows.Count > 0 && round.Opens.Value.DayOfWeek == DayOfWeek.Monday && round.Closes.Value.DayOfWeek == DayOfWeek.Friday)),
            ("Monday to next Monday", facts => facts.Rounds.Any(round => round.Opens.Value.DayOfWeek == DayOfWeek.Monday && round.Closes.Value.DayOfWeek == DayOfWeek.Monday && Days(round) is > 6 and < 8 && Clock(round.Opens) != "00:00")),
            ("Monday to Sunday, from a morning to an afternoon", facts => facts.Rounds.Any(round => Clock(round.Opens) == "09:00" && Clock(round.Closes) == "17:00" && round.Closes.Value.DayOfWeek == DayOfWeek.Sunday)),
            ("hours of every day", facts => Patterns(facts).Any()),
            ("closed on a holiday", facts => Patterns(facts).Any(pattern => pattern.Except.Count > 0)),
            ("until 23:30", facts => facts.Rounds.Any(round => Clock(round.Closes) == "23:30")),
            ("until 23:59", facts => facts.Rounds.Any(round => Clock(round.Closes) == "23:59")),
            ("a gap between rounds", facts => facts.Rounds.Zip(facts.Rounds.Skip(1)).Any(pair => pair.Second.Opens > pair.First.Closes)),
            ("no gap between rounds", facts => facts.Rounds.Zip(facts.Rounds.Skip(1)).Any(pair => pair.Second.Opens == pair.First.Closes)),
            ("a practice period", facts => facts.Contest.Rounds.Any(round => round.Practice)),
            ("notice that dates were moved", facts => facts.Contest.News.Any(news => news.Title.Vi.Contains("Thay đổi thời gian", StringComparison.Ordinal))),
        ]),
    ];

    private static string Clock(LocalDateTime time) => time.ToString()[11..];

    private static TimeSpan Length(Window window) => window.Closes.Value - window.Opens.Value;

    private static double Days(Round round) => (round.Closes.Value - round.Opens.Value).TotalDays;

    private static IEnumerable<WeeklyPattern> Patterns(Facts facts) => facts.Rounds.SelectMany(round => round.Calendar).OfType<WeeklyPattern>();

    private static bool Apart(Facts facts, Func<double, bool> days) =>
        facts.Rounds.Count() >= 3 && facts.Rounds.Zip(facts.Rounds.Skip(1)).All(pair => days((pair.Second.Opens.Value - pair.First.Opens.Value).TotalDays));
}
