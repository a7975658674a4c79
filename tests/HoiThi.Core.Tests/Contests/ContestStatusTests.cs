using System.Globalization;
using CsCheck;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.Contests;

public class ContestStatusTests
{
    private const string Here = "Asia/Ho_Chi_Minh";

    // Week 1 has two windows; week 2 opens a weekend later and closes at 24:00, which is written as the next day's 00:00.
    private static readonly Contest Contest = A.Contest(
        Here,
        A.Windows("2023-10-23 07:30/2023-10-23 17:30", "2023-10-24 07:30/2023-10-27 17:30"),
        A.Windows("2023-10-30 00:00/2023-11-06 00:00"));

    [Theory]
    [InlineData("2023-10-23 07:29:59.999", ContestState.Upcoming, null, ChangeKind.RoundOpens, 1, "2023-10-23 07:30")]
    [InlineData("2023-10-23 07:30:00.000", ContestState.Running, 1, ChangeKind.WindowCloses, 1, "2023-10-23 17:30")]
    [InlineData("2023-10-23 17:29:59.999", ContestState.Running, 1, ChangeKind.WindowCloses, 1, "2023-10-23 17:30")]
    [InlineData("2023-10-23 17:30:00.000", ContestState.Running, 1, ChangeKind.WindowOpens, 1, "2023-10-24 07:30")]
    [InlineData("2023-10-24 07:30:00.000", ContestState.Running, 1, ChangeKind.RoundCloses, 1, "2023-10-27 17:30")]
    [InlineData("2023-10-27 17:30:00.000", ContestState.BetweenRounds, null, ChangeKind.RoundOpens, 2, "2023-10-30 00:00")]
    [InlineData("2023-10-30 00:00:00.000", ContestState.Running, 2, ChangeKind.RoundCloses, 2, "2023-11-06 00:00")]
    [InlineData("2023-11-05 23:59:59.999", ContestState.Running, 2, ChangeKind.RoundCloses, 2, "2023-11-06 00:00")]
    [InlineData("2023-11-06 00:00:00.000", ContestState.Over, null, null, null, null)]
    public void A_contest_is_where_its_windows_say(
        string now, ContestState state, int? current, ChangeKind? change, int? round, string? at)
    {
        var status = ContestStatus.At(Contest, Moment(now));
        (status.State, status.Current?.Round.Number).ShouldBe((state, current));
        (status.Next?.Kind, status.Next?.Round.Number).ShouldBe((change, round));
        status.Next?.At.ShouldBe(Moment(at!));
    }

    [Fact]
    public void Each_round_has_its_own_state()
    {
        States("2023-10-23 07:00").ShouldBe([RoundState.Upcoming, RoundState.Upcoming]);
        States("2023-10-23 12:00").ShouldBe([RoundState.Open, RoundState.Upcoming]);
        States("2023-10-23 20:00").ShouldBe([RoundState.BetweenWindows, RoundState.Upcoming]);
        States("2023-10-28 07:00").ShouldBe([RoundState.Closed, RoundState.Upcoming]);
        States("2023-11-07 07:00").ShouldBe([RoundState.Closed, RoundState.Closed]);
    }

    [Fact]
    public void A_rounds_ends_are_moments_of_the_contests_zone()
    {
        var round = ContestStatus.At(Contest, Moment("2023-10-23 12:00"))[1];
        (round.Opens, round.Closes).ShouldBe((Moment("2023-10-23 07:30"), Moment("2023-10-27 17:30")));
        round.Opens.Offset.ShouldBe(TimeSpan.FromHours(7));
        round.Underway.ShouldBeTrue();
    }

    [Fact]
    public void It_does_not_matter_in_which_offset_the_moment_is_written()
    {
        var opens = Moment("2023-10-23 07:30");
        foreach (var offset in new[] { -11, 0, 7, 14 })
        {
            ContestStatus.At(Contest, opens.ToOffset(TimeSpan.FromHours(offset))).State.ShouldBe(ContestState.Running);
            ContestStatus.At(Contest, opens.AddTicks(-1).ToOffset(TimeSpan.FromHours(offset))).State.ShouldBe(ContestState.Upcoming);
        }
    }

    [Fact]
    public void The_same_calendar_in_another_zone_is_another_moment()
    {
        var berlin = A.Contest("Europe/Berlin", A.Windows("2023-10-28 08:00/2023-10-30 08:00"));

        // Summer time ends in between: the window is 49 hours long.
        var round = ContestStatus.At(berlin, Moment("2023-10-28 13:00"))[1];
        round.State.ShouldBe(RoundState.Open);
        (round.Closes - round.Opens).ShouldBe(TimeSpan.FromHours(49));
    }

    [Fact]
    public void Where_one_round_closes_as_the_next_opens_there_is_no_gap()
    {
        var contest = A.Contest(Here, A.Windows("2023-10-23 00:00/2023-10-30 00:00"), A.Windows("2023-10-30 00:00/2023-11-06 00:00"));
        var before = ContestStatus.At(contest, Moment("2023-10-29 23:59:59.999"));
        (before.Current!.Round.Number, before.Next!.Kind).ShouldBe((1, ChangeKind.RoundCloses));
        var after = ContestStatus.At(contest, Moment("2023-10-30 00:00"));
        (after.State, after.Current!.Round.Number).ShouldBe((ContestState.Running, 2));
    }

    [Fact]
    public void Of_two_rounds_under_way_the_open_one_is_current()
    {
        var contest = A.Contest(
            Here,
            A.Windows("2023-10-23 08:00/2023-10-23 10:00", "2023-10-23 14:00/2023-10-23 16:00"),
            A.Windows("2023-10-23 09:00/2023-10-23 12:00"));
        ContestStatus.At(contest, Moment("2023-10-23 09:30")).Current!.Round.Number.ShouldBe(1);
        ContestStatus.At(contest, Moment("2023-10-23 11:00")).Current!.Round.Number.ShouldBe(2);
    }

    [Fact]
    public void Nothing_changes_before_the_next_change_and_something_does_at_it() =>
        Gen.Int[-3000, 30_000].Sample(minutes =>
        {
            var now = Moment("2023-10-23 00:00").AddMinutes(minutes);
            var status = ContestStatus.At(Contest, now);
            if (status.Next is not { } next)
            {
                return;
            }

            next.At.ShouldBeGreaterThan(now);
            ContestStatus.At(Contest, next.At.AddTicks(-1)).ShouldBe(status);
            ContestStatus.At(Contest, next.At).ShouldNotBe(status);
        });

    private static RoundState[] States(string now) => [.. ContestStatus.At(Contest, Moment(now)).Rounds.Select(round => round.State)];

    private static DateTimeOffset Moment(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
