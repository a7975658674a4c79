using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>The calendars of real contests as windows (contests.md, table 1 and (a) 7–8).</summary>
public class CalendarTests
{
    private static readonly ValueList<DayOfWeek> Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Fact]
    public void Weekdays_without_week_ends_and_holidays()
    {
        // The week of 30 April and 1 May 2024: Monday to Wednesday are holidays.
        var round = Of(new WeeklyPattern(
            Weekdays, Day("2024-04-26"), Day("2024-05-06"), 7 * 60, 17 * 60, [Day("2024-04-29"), Day("2024-04-30"), Day("2024-05-01")]));
        round.Windows.Select(window => window.Opens).ShouldBe(
            [A.At("2024-04-26 07:00"), A.At("2024-05-02 07:00"), A.At("2024-05-03 07:00"), A.At("2024-05-06 07:00")]);
        round.OpenUntil(A.At("2024-04-26 16:59")).ShouldBe(A.At("2024-04-26 17:00"));
        round.OpenUntil(A.At("2024-04-26 17:00")).ShouldBeNull();
        round.OpenUntil(A.At("2024-04-27 09:00")).ShouldBeNull("Saturday");
        round.OpenUntil(A.At("2024-05-01 09:00")).ShouldBeNull("a holiday");
        round.Settled.ShouldBe(A.At("2024-05-06 17:00") + 30_001);
    }

    // C03: 00:00 Monday to 24:00 Sunday.
    [Fact]
    public void Until_24_00_is_until_midnight()
    {
        var round = Of(new SingleWindow(A.Local("2025-09-29 00:00"), A.Local("2025-10-06 00:00")));
        round.OpenUntil(A.At("2025-10-05 23:59") + 59_999).ShouldBe(A.At("2025-10-06 00:00"));
        round.OpenUntil(A.At("2025-10-06 00:00")).ShouldBeNull();
    }

    [Fact]
    public void A_pattern_to_24_00_leaves_no_gap_at_midnight()
    {
        var round = Of(new WeeklyPattern([DayOfWeek.Saturday, DayOfWeek.Sunday], Day("2024-02-24"), Day("2024-03-03"), 0, 1440, []));
        round.Windows.Count.ShouldBe(4);
        round.OpenUntil(A.At("2024-02-24 23:59")).ShouldBe(A.At("2024-02-25 00:00"));
        round.OpenUntil(A.At("2024-02-25 00:00")).ShouldBe(A.At("2024-02-26 00:00"));
        round.OpenUntil(A.At("2024-02-26 00:00")).ShouldBeNull();
        round.OpenUntil(A.At("2024-03-02 00:00")).ShouldBe(A.At("2024-03-03 00:00"), "across the end of a leap February");
    }

    [Fact]
    public void Hours_across_midnight_belong_to_the_day_they_begin_on()
    {
        var round = Of(new WeeklyPattern([DayOfWeek.Sunday], Day("2023-12-31"), Day("2023-12-31"), 22 * 60, 2 * 60, []));
        round.Windows.ShouldBe([(A.At("2023-12-31 22:00"), A.At("2024-01-01 02:00"))]);
        A.Sitting(round).Start(A.At("2024-01-01 01:50")).Attempt!.Deadline.ShouldBe(A.At("2024-01-01 02:00"));
    }

    // U11: live at 13:30 and 20:30 every day, for 15 minutes.
    [Fact]
    public void Two_sittings_a_day_take_turns()
    {
        ValueList<DayOfWeek> days = [.. Weekdays, DayOfWeek.Saturday, DayOfWeek.Sunday];
        var round = Of(
            new WeeklyPattern(days, Day("2024-04-08"), Day("2024-04-09"), (20 * 60) + 30, (20 * 60) + 45, []),
            new WeeklyPattern(days, Day("2024-04-08"), Day("2024-04-09"), (13 * 60) + 30, (13 * 60) + 45, []));
        round.Windows.Select(window => window.Opens).ShouldBe(
            [A.At("2024-04-08 13:30"), A.At("2024-04-08 20:30"), A.At("2024-04-09 13:30"), A.At("2024-04-09 20:30")]);
    }

    [Fact]
    public void What_a_division_has_of_its_own_is_in_its_rules()
    {
        var contest = A.Contest("Asia/Ho_Chi_Minh", A.Windows("2023-10-23 07:00/2023-10-23 15:00"), A.Windows("2023-10-30 07:00/2023-10-30 15:00"));
        contest = contest with
        {
            Divisions =
            [
                new Division("staff", A.Text("Staff"), null, false, null, null, null, null, null),
                new Division("people", A.Text("People"), null, false, contest.Paper with { Minutes = 10, SecondsPerQuestion = 15, ChangeAnswers = false },
                    new AttemptRules(null, Counting.Last, PerDay: 3),
                    new PredictionRules(A.Text("?"), PredictionObject.Attempts, PredictionScope.Contest, Place: PredictionPlace.After), null, null),
            ],
            Rounds = [contest.Rounds[0] with { Practice = true }, contest.Rounds[1] with { Live = true }],
        };
        ValueList<Core.Questions.SealedSet> sets = [A.Set(version: 1), A.Set(version: 2, division: 1), A.Set(version: 3)];
        var staff = RoundRules.Of(contest, 3, 2, sets, division: 0);
        var people = RoundRules.Of(contest, 3, 2, sets, division: 1);
        (staff.CurrentSet.Version, people.CurrentSet.Version, people.Set(1).Version).ShouldBe((3, 2, 1));
        (staff.Division, staff.Duration, staff.QuestionTime, staff.Limit, staff.ChangeAnswers).ShouldBe(((short)0, 20 * A.Minute, null, 2, true));
        (people.Division, people.Duration, people.QuestionTime, people.Limit, people.ChangeAnswers).ShouldBe(((short)1, 10 * A.Minute, 15_000L, 1_000, false));
        (people.Live, people.Practice, people.Counts).ShouldBe((true, false, Counting.Last));
        (staff.NeedsElsewhere, people.NeedsElsewhere).ShouldBe((false, true));
        people.ContestGuesses.ShouldBe([(short)2], "nothing is guessed in a practice round");
        RoundRules.Of(contest, 3, 1, sets, division: 1).Practice.ShouldBeTrue();
    }

    private static RoundRules Of(params CalendarEntry[] calendar) =>
        RoundRules.Of(A.Contest("Asia/Ho_Chi_Minh", [[.. calendar]]), contest: 3, number: 1, [A.Set()]);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
