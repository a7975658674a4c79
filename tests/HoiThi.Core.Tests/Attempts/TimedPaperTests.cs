using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>Ten seconds a question (contests.md U11): one after another, and everybody together where the round is live.</summary>
public class TimedPaperTests
{
    private const long Second = 1_000;
    private static readonly RoundRules Timed = A.Round() with { QuestionTime = 10 * Second, Grace = 2 * Second };
    private static readonly RoundRules Live = Timed with { Live = true };

    [Fact]
    public void The_time_is_that_of_all_questions_and_not_beyond_the_minutes_or_the_window()
    {
        A.Sitting(Timed).Start(A.Opens).Attempt!.Deadline.ShouldBe(A.Opens + (40 * Second));
        A.Sitting(Timed with { Duration = 25 * Second }).Start(A.Opens).Attempt!.Deadline.ShouldBe(A.Opens + (25 * Second));
        A.Sitting(Timed).Start(A.Closes - (5 * Second)).Attempt!.Deadline.ShouldBe(A.Closes);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 10_000, true)]
    [InlineData(0, 12_000, true)] // the grace
    [InlineData(0, 12_001, false)]
    [InlineData(1, 9_999, false)]
    [InlineData(1, 10_000, true)]
    [InlineData(1, 22_000, true)]
    [InlineData(3, 42_000, true)]
    [InlineData(2, 35_000, false)]
    public void A_question_takes_answers_in_its_own_time(int position, long after, bool taken)
    {
        var sitting = A.Sitting(Timed);
        sitting.Start(A.Opens + 500);
        sitting.Save(1, [new AnswerChange(position, 1, 1)], null, A.Opens + 500 + after).Refusal.ShouldBeNull();
        (sitting.Attempts[0].Answers.MaskAt(position) != 0).ShouldBe(taken);
    }

    [Fact]
    public void After_the_last_the_paper_is_over()
    {
        var sitting = A.Sitting(Timed);
        sitting.Start(A.Opens);
        sitting.Save(1, [new AnswerChange(3, 1, 1)], null, A.Opens + (42 * Second) + 1).Refusal.ShouldBe(SittingRefusal.Over);
    }

    [Theory]
    [InlineData(0, 0, 10_000)]
    [InlineData(9_999, 0, 10_000)]
    [InlineData(10_000, 1, 20_000)]
    [InlineData(39_999, 3, 40_000)]
    public void The_clock_says_which_question_stands(long after, int position, long until)
    {
        var attempt = A.Sitting(Timed).Start(A.Opens).Attempt!;
        Timed.QuestionAt(attempt, A.Opens + after).ShouldBe((position, A.Opens + until));
        Timed.QuestionAt(attempt, A.Opens + (40 * Second)).ShouldBeNull();
        (Timed with { QuestionTime = null }).QuestionAt(attempt, A.Opens).ShouldBeNull();
    }

    [Fact]
    public void In_a_live_round_everybody_has_the_same_time()
    {
        var early = A.Sitting(Live).Start(A.Opens).Attempt!;
        var sitting = A.Sitting(Live, contestant: 2);
        var late = sitting.Start(A.Opens + (25 * Second)).Attempt!;
        (late.Started, late.Deadline).ShouldBe((early.Started, early.Deadline));
        sitting.Save(1, [new AnswerChange(1, 1, 1), new AnswerChange(2, 1, 1)], null, A.Opens + (26 * Second));
        (late.Answers.MaskAt(1), late.Answers.MaskAt(2)).ShouldBe(((byte)0, (byte)1), "who comes late has missed what is over");
        sitting.Submit(1, [], null, A.Opens + (30 * Second)).Attempt!.TimeTaken.ShouldBe(30_000);
    }

    [Fact]
    public void Nobody_comes_into_a_live_sitting_that_is_over()
    {
        A.Sitting(Live).Start(A.Opens + (40 * Second)).Refusal.ShouldBe(SittingRefusal.NotOpen);
        Live.OpenUntil(A.Opens).ShouldBe(A.Opens + (40 * Second));
        Live.OpenUntil(A.Opens + (40 * Second)).ShouldBeNull();
        A.Sitting(Live with { QuestionTime = null }).Start(A.Opens + (5 * A.Minute)).Attempt!.Deadline.ShouldBe(A.Opens + (20 * A.Minute));
    }

    [Fact]
    public void Where_answers_stay_the_first_counts_and_the_same_again_is_fine()
    {
        var round = A.Round() with { ChangeAnswers = false };
        var sitting = A.Sitting(round);
        sitting.Start(A.Opens);
        sitting.Save(1, [new AnswerChange(0, 1, 1)], null, A.Opens + 1).Refusal.ShouldBeNull();
        sitting.Save(1, [new AnswerChange(0, 1, 1), new AnswerChange(0, 2, 2), new AnswerChange(0, 0, 3)], null, A.Opens + 2).Refusal.ShouldBeNull();
        sitting.Submit(1, [new AnswerChange(0, 4, 9), new AnswerChange(1, 4, 9)], null, A.Opens + 3);
        (sitting.Attempts[0].Answers.MaskAt(0), sitting.Attempts[0].Answers.MaskAt(1)).ShouldBe(((byte)1, (byte)4));
    }
}
