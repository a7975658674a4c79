using HoiThi.Core.Attempts;

namespace HoiThi.Core.Tests.Attempts;

public class ExtraTimeTests
{
    private static readonly RoundRules Round = A.Round();

    [Theory]
    [InlineData(0, 0, 20)]
    [InlineData(25, 0, 25)]
    [InlineData(0, 7, 27)]
    [InlineData(50, 5, 35)]
    public void It_is_added_to_the_minutes_of_an_attempt(short percent, short minutes, long whole) =>
        Started(A.Opens, new ExtraTime(percent, minutes)).Deadline.ShouldBe(A.Opens + (whole * A.Minute));

    [Fact]
    public void It_ends_with_the_window() => Started(A.Closes - (10 * A.Minute), new ExtraTime(100, 60)).Deadline.ShouldBe(A.Closes);

    [Fact]
    public void Where_questions_come_one_after_another_each_keeps_its_time()
    {
        var timed = Round with { QuestionTime = 15_000 };
        timed.ExtraOf(new ExtraTime(100, 60)).ShouldBe(0);
        timed.TimesOf(A.Opens, new ExtraTime(100, 60)).ShouldBe(timed.TimesOf(A.Opens));
    }

    private static Attempt Started(long at, ExtraTime extra) =>
        new Sitting(Round, A.Contestant(1), unit: 1, A.Registered, [], null, null) { Extra = extra }.Start(at).Attempt!;
}
