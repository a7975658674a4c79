using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>Limits by the calendar of the contest's zone, with moments that only a calendar gets right.</summary>
public class LimitTests
{
    [Fact]
    public void A_day_ends_at_midnight_in_the_contests_zone()
    {
        var round = Round(new AttemptRules(9, Counting.Best, PerDay: 1), "2023-10-30 00:00/2023-11-03 00:00");
        var sitting = A.Sitting(round);
        Sit(sitting, "2023-10-31 23:58").ShouldBeNull();
        Sit(sitting, "2023-10-31 23:59").ShouldBe(SittingRefusal.DayUsed);
        Sit(sitting, "2023-11-01 00:00").ShouldBeNull("the first minute of the next month");
        Sit(sitting, "2023-11-01 06:59").ShouldBe(SittingRefusal.DayUsed, "in UTC it is still October");
        Sit(sitting, "2023-11-01 07:01").ShouldBe(SittingRefusal.DayUsed, "in UTC it is another day");
    }

    [Fact]
    public void A_week_runs_from_monday_to_sunday()
    {
        var round = Round(new AttemptRules(9, Counting.Best, PerWeek: 2), "2023-12-25 00:00/2024-01-09 00:00");
        var sitting = A.Sitting(round);
        Sit(sitting, "2023-12-29 10:00").ShouldBeNull();
        Sit(sitting, "2023-12-31 23:00").ShouldBeNull("Sunday, the last day of the year");
        Sit(sitting, "2023-12-31 23:59").ShouldBe(SittingRefusal.WeekUsed);
        Sit(sitting, "2024-01-01 00:00").ShouldBeNull("Monday");
        Sit(sitting, "2024-01-07 23:00").ShouldBeNull("the same week's Sunday");
        Sit(sitting, "2024-01-07 23:30").ShouldBe(SittingRefusal.WeekUsed);
    }

    [Fact]
    public void A_window_across_midnight_is_one_window_and_two_days()
    {
        var windows = new[] { "2023-10-23 22:00/2023-10-24 02:00", "2023-10-24 22:00/2023-10-25 02:00" };
        var byWindow = A.Sitting(Round(new AttemptRules(9, Counting.Best, PerWindow: 1), windows));
        Sit(byWindow, "2023-10-23 23:00").ShouldBeNull();
        Sit(byWindow, "2023-10-24 01:00").ShouldBe(SittingRefusal.WindowUsed);
        Sit(byWindow, "2023-10-24 22:00").ShouldBeNull();

        var byDay = A.Sitting(Round(new AttemptRules(9, Counting.Best, PerDay: 1), windows));
        Sit(byDay, "2023-10-23 23:00").ShouldBeNull();
        Sit(byDay, "2023-10-24 01:00").ShouldBeNull();
        Sit(byDay, "2023-10-24 22:00").ShouldBe(SittingRefusal.DayUsed);
    }

    // U12: two a week and six a round.
    [Fact]
    public void Limits_hold_together()
    {
        var round = Round(new AttemptRules(3, Counting.Best, PerWeek: 2), "2023-10-23 00:00/2023-11-20 00:00");
        var sitting = A.Sitting(round);
        Sit(sitting, "2023-10-23 08:00").ShouldBeNull();
        Sit(sitting, "2023-10-24 08:00").ShouldBeNull();
        Sit(sitting, "2023-10-25 08:00").ShouldBe(SittingRefusal.WeekUsed);
        Sit(sitting, "2023-10-30 08:00").ShouldBeNull();
        Sit(sitting, "2023-11-06 08:00").ShouldBe(SittingRefusal.RoundUsed);
    }

    [Fact]
    public void What_was_used_in_other_rounds_counts_for_the_contest_alone()
    {
        var round = Round(new AttemptRules(3, Counting.Best, PerContest: 4), "2023-10-23 00:00/2023-11-20 00:00");
        var sitting = A.Sitting(round, elsewhere: new Elsewhere(3, []));
        Sit(sitting, "2023-10-23 08:00").ShouldBeNull();
        Sit(sitting, "2023-10-24 08:00").ShouldBe(SittingRefusal.ContestUsed);

        var practice = round with { Practices = [1] };
        Sit(A.Sitting(practice, elsewhere: new Elsewhere(4, [])), "2023-10-24 08:00").ShouldBeNull("practice is no part of the contest");
    }

    [Fact]
    public void What_others_used_has_to_be_known_where_it_matters() =>
        Should.Throw<InvalidOperationException>(() =>
            A.Sitting(Round(new AttemptRules(3, Counting.Best, PerContest: 4), "2023-10-23 00:00/2023-11-20 00:00")).Start(A.At("2023-10-23 08:00")));

    [Fact]
    public void A_voided_attempt_stays_used_and_one_given_back_does_not()
    {
        var round = Round(new AttemptRules(1, Counting.Best, PerDay: 1, PerWeek: 1, PerWindow: 1, PerContest: 1), "2023-10-23 00:00/2023-10-30 00:00");
        var sitting = A.Sitting(round, elsewhere: new Elsewhere(0, []));
        Sit(sitting, "2023-10-23 08:00").ShouldBeNull();
        sitting.Void(1).Attempt!.State.ShouldBe(AttemptState.Voided);
        Sit(sitting, "2023-10-23 09:00").ShouldBe(SittingRefusal.ContestUsed);
        sitting.GiveBack(1).Attempt!.State.ShouldBe(AttemptState.GivenBack);
        sitting.Void(1).Attempt!.State.ShouldBe(AttemptState.GivenBack);
        Sit(sitting, "2023-10-23 10:00").ShouldBeNull();
        sitting.Attempts[^1].Id.Ordinal.ShouldBe((short)2, "the number is never used twice");
    }

    [Fact]
    public void What_is_left_is_known_by_each_limit()
    {
        var round = Round(
            new AttemptRules(6, Counting.Best, PerDay: 1, PerWindow: 2, PerWeek: 3, PerContest: 10),
            "2023-10-23 00:00/2023-10-25 00:00", "2023-10-26 00:00/2023-11-20 00:00");
        var sitting = A.Sitting(round, elsewhere: new Elsewhere(5, []));
        Sit(sitting, "2023-10-23 08:00").ShouldBeNull();
        AttemptsLeft.Of(round, sitting.Attempts, 5, A.At("2023-10-23 09:00")).ShouldBe(new AttemptsLeft(5, 0, 1, 2, 4));
        AttemptsLeft.Of(round, sitting.Attempts, 5, A.At("2023-10-24 09:00")).ShouldBe(new AttemptsLeft(5, 1, 1, 2, 4));
        AttemptsLeft.Of(round, sitting.Attempts, 5, A.At("2023-10-25 09:00")).ShouldBe(new AttemptsLeft(5, 1, null, 2, 4), "between windows");
        AttemptsLeft.Of(round, sitting.Attempts, 5, A.At("2023-10-30 09:00")).ShouldBe(new AttemptsLeft(5, 1, 2, 3, 4));
        AttemptsLeft.Of(round, sitting.Attempts, 5, A.At("2023-10-30 09:00")).Least.ShouldBe(1);
    }

    [Fact]
    public void Attempts_at_the_change_of_the_clock_are_of_their_own_day()
    {
        // In Berlin 2023-10-29 has 25 hours; 02:30 comes twice.
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var start = new DateTimeOffset(2023, 10, 28, 22, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(); // 00:00 on the 29th
        var round = A.Round(windows: [(start, start + (26 * 60 * A.Minute))], attempts: new AttemptRules(9, Counting.Best, PerDay: 1)) with { Zone = berlin };
        var sitting = A.Sitting(round);
        sitting.Submit(sitting.Start(start).Attempt!.Id.Ordinal, [], null, start + 1);
        sitting.Start(start + (25 * 60 * A.Minute) - 1).Refusal.ShouldBe(SittingRefusal.DayUsed);
        sitting.Start(start + (25 * 60 * A.Minute)).Refusal.ShouldBeNull();
    }

    private static RoundRules Round(AttemptRules attempts, params string[] windows) => A.Round(
        attempts: attempts,
        windows: windows.Select(window => (A.At(window.Split('/')[0]), A.At(window.Split('/')[1]))).ToValueList());

    // Starts and submits at once, unless it is refused.
    private static SittingRefusal? Sit(Sitting sitting, string at)
    {
        var now = A.At(at);
        var started = sitting.Start(now);
        if (started.Attempt is { } attempt)
        {
            sitting.Submit(attempt.Id.Ordinal, [], null, now + 1);
        }

        return started.Refusal;
    }
}
