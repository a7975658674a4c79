namespace HoiThi.Core.Contests;

/// <summary>Moves the calendar of a contest, for a demo that is always running and for dates that organisers put off.</summary>
public static class ContestCalendar
{
    /// <summary>The contest with the windows of its rounds and the dates of its news moved; times of day stay.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="days">How many days later; negative is earlier. A multiple of 7 keeps the days of the week.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date leaves the years 1–9999.</exception>
    public static Contest MovedByDays(this Contest contest, int days) => contest with
    {
        Rounds = contest.Rounds.Select(round => round.MovedByDays(days)).ToValueList(),
        News = contest.News.Select(news => news with { Date = news.Date.AddDays(days) }).ToValueList(),
    };

    private static Round MovedByDays(this Round round, int days) => round with
    {
        Calendar = round.Calendar.Select(entry => entry.MovedByDays(days)).ToValueList(),
    };
}
