using HoiThi.Core.Contests;

namespace HoiThi.Core.Simulation;

/// <summary>When simulated people were born: so that every age that the rules speak of occurs.</summary>
/// <param name="From">The earliest day.</param>
/// <param name="Days">How many days there are from it.</param>
internal readonly record struct Births(DateOnly From, int Days)
{
    private const int Youngest = 20;
    private const int Oldest = 58;

    public static Births Of(Contest contest)
    {
        var rules = contest.Registration;
        var classes = contest.Divisions.Select(division => division.Who)
            .Concat(contest.Prizes.Round.Concat(contest.Prizes.Contest).Concat(contest.Stages.SelectMany(stage => stage.Prizes)).Select(prize => prize.Who))
            .OfType<Who>().ToArray();
        var youngest = rules.MinAge ?? classes.Select(who => who.MinAge ?? who.MaxAge - 8 ?? Youngest).Append(Youngest).Min();
        var oldest = rules.MaxAge ?? classes.Select(who => who.MaxAge ?? who.MinAge + 8 ?? Oldest).Append(Math.Max(Oldest, youngest + 1)).Max();
        var day = DayOf(contest);
        var from = day.AddYears(-oldest - 1).AddDays(1);
        return new Births(from, Math.Max(1, day.AddYears(-youngest).DayNumber - from.DayNumber));
    }

    /// <summary>The day that ages are counted on: everybody registers about when the contest opens.</summary>
    public static DateOnly DayOf(Contest contest) =>
        contest.Registration.AgeOn ?? DateOnly.FromDateTime(contest.Rounds[0].Opens.Value);
}
