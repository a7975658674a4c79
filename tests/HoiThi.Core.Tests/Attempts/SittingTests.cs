using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Tests.Attempts;

public class SittingTests
{
    private static readonly RoundRules Round = A.Round();

    [Fact]
    public void Starting_twice_is_one_attempt()
    {
        var sitting = A.Sitting(Round);
        var first = sitting.Start(A.Opens).Attempt!;
        sitting.Start(A.Opens + 1).Attempt.ShouldBeSameAs(first);
        sitting.Attempts.Count.ShouldBe(1);
        sitting.Started.ShouldBe([(short)1]);
    }

    [Fact]
    public void An_attempt_is_resumed_after_a_reload_with_its_answers_and_its_deadline()
    {
        var sitting = A.Sitting(Round);
        var started = sitting.Start(A.Opens).Attempt!;
        sitting.Save(1, [new AnswerChange(0, 1, 1)], new PredictionChange(9, 2), A.Opens + 5);

        var resumed = A.Reloaded(Round, sitting).Start(A.Opens + (19 * A.Minute)).Attempt!;
        (resumed.Id, resumed.Started, resumed.Deadline).ShouldBe((started.Id, A.Opens, started.Deadline));
        (resumed.Answers.MaskAt(0), resumed.Answers.Prediction).ShouldBe(((byte)1, 9));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData((8 * 60 * A.Minute) - 1, true)]
    [InlineData(8 * 60 * A.Minute, false)]
    public void An_attempt_starts_in_a_window_only(long after, bool starts)
    {
        var outcome = A.Sitting(Round).Start(A.Opens + after);
        (outcome.Attempt is not null).ShouldBe(starts);
        outcome.Refusal.ShouldBe(starts ? null : SittingRefusal.NotOpen);
    }

    [Fact]
    public void An_attempt_has_its_minutes()
    {
        A.Sitting(Round).Start(A.Opens).Attempt!.Deadline.ShouldBe(A.Opens + (20 * A.Minute));
        A.Sitting(Round).Start(A.Closes - (20 * A.Minute)).Attempt!.Deadline.ShouldBe(A.Closes);
    }

    [Fact]
    public void The_end_of_the_window_ends_an_attempt()
    {
        A.Sitting(Round).Start(A.Closes - 1).Attempt!.Deadline.ShouldBe(A.Closes);
        var twice = A.Round(windows: [(0, 1000), (5000, 9_000_000)]);
        A.Sitting(twice).Start(999).Attempt!.Deadline.ShouldBe(1000, "the window it started in, not the round");
    }

    [Fact]
    public void There_are_no_more_attempts_than_the_limit()
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens).Attempt!.Id.Ordinal.ShouldBe((short)1);
        sitting.Submit(1, [], null, A.Opens + 10);
        sitting.Start(A.Opens + 20).Attempt!.Id.Ordinal.ShouldBe((short)2);
        sitting.Submit(2, [], null, A.Opens + 30);
        sitting.Start(A.Opens + 40).ShouldBe(new SittingOutcome(null, SittingRefusal.RoundUsed));
        sitting.Attempts.Count.ShouldBe(2);
    }

    [Fact]
    public void An_attempt_whose_time_ran_out_is_closed_by_the_next_start()
    {
        var sitting = A.Sitting(Round);
        var deadline = sitting.Start(A.Opens).Attempt!.Deadline;
        sitting.Start(deadline + Round.Grace + 1).Attempt!.Id.Ordinal.ShouldBe((short)2);
        (sitting.Attempts[0].State, sitting.Attempts[0].Submitted).ShouldBe((AttemptState.Expired, deadline));
    }

    [Fact]
    public void The_last_millisecond_of_the_grace_counts_and_the_next_does_not()
    {
        var deadline = A.Opens + (20 * A.Minute);
        var inTime = A.Sitting(Round);
        inTime.Start(A.Opens);
        inTime.Submit(1, [new AnswerChange(0, 1, 1)], null, deadline + 30_000).Attempt!.State.ShouldBe(AttemptState.Submitted);
        inTime.Attempts[0].Answers.Answered.ShouldBe(1);
        inTime.Attempts[0].Submitted.ShouldBe(deadline + 30_000);
        inTime.Attempts[0].TimeTaken.ShouldBe(20 * 60_000, "the grace is for the network, it makes nobody slower or faster");

        var late = A.Sitting(Round);
        late.Start(A.Opens);
        late.Submit(1, [new AnswerChange(0, 1, 1)], null, deadline + 30_001).Attempt!.State.ShouldBe(AttemptState.Expired);
        late.Attempts[0].Answers.Answered.ShouldBe(0);
        late.Attempts[0].Submitted.ShouldBe(deadline);
    }

    [Fact]
    public void What_is_saved_in_time_counts_when_the_time_runs_out()
    {
        var sitting = A.Sitting(Round);
        var attempt = sitting.Start(A.Opens).Attempt!;
        sitting.Save(1, A.RightAnswers(Round, attempt.Id, 3), null, A.Opens + A.Minute);
        sitting.Expire(attempt.Deadline + Round.Grace);
        sitting.Attempts[0].State.ShouldBe(AttemptState.InProgress, "the grace includes its last millisecond");
        sitting.Expire(attempt.Deadline + Round.Grace + 1);
        sitting.Attempts[0].Grade.ShouldBe(new Grade(300, 3, 4));
        sitting.Standing!.Score.ShouldBe(300);
    }

    [Fact]
    public void A_save_after_the_end_is_refused_and_changes_nothing()
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens);
        var over = sitting.Submit(1, [], null, A.Opens + 10).Attempt;
        var outcome = sitting.Save(1, [new AnswerChange(0, 1, 1)], new PredictionChange(1, 1), A.Opens + 20);
        outcome.ShouldBe(new SittingOutcome(over, SittingRefusal.Over));
        (over!.Answers.Answered, over.Answers.Prediction).ShouldBe((0, null));
    }

    [Fact]
    public void Submitting_twice_is_submitting_once()
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens);
        var first = sitting.Submit(1, [new AnswerChange(0, 1, 1)], null, A.Opens + 10);
        var standing = sitting.Standing;
        sitting.Submit(1, [new AnswerChange(0, 2, 2)], null, A.Opens + 99).ShouldBe(first);
        sitting.Standing.ShouldBeSameAs(standing);
        A.Reloaded(Round, sitting).Submit(1, [], null, A.Closes * 2).Attempt!.Submitted.ShouldBe(A.Opens + 10);
    }

    [Fact]
    public void An_attempt_that_does_not_exist_cannot_be_saved_or_submitted()
    {
        var sitting = A.Sitting(Round);
        sitting.Save(1, [], null, A.Opens).Refusal.ShouldBe(SittingRefusal.NoSuchAttempt);
        sitting.Submit(1, [], null, A.Opens).Refusal.ShouldBe(SittingRefusal.NoSuchAttempt);
        sitting.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_save_that_brings_nothing_new_is_not_written()
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens);
        sitting.Save(1, [new AnswerChange(0, 1, 1)], null, A.Opens + 1);
        var again = A.Reloaded(Round, sitting);
        again.Save(1, [new AnswerChange(0, 1, 1)], null, A.Opens + 2).Refusal.ShouldBeNull();
        again.Changed.ShouldBeEmpty();
        again.StandingChanged.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Counting.Best, 2)]
    [InlineData(Counting.First, 1)]
    [InlineData(Counting.Last, 3)]
    public void The_attempt_that_the_rules_name_counts(Counting counts, short ordinal)
    {
        var round = A.Round(limit: 3, counts: counts);
        var sitting = A.Sitting(round);
        foreach (var right in new[] { 2, 4, 1 })
        {
            var attempt = sitting.Start(A.Opens).Attempt!;
            sitting.Submit(attempt.Id.Ordinal, A.RightAnswers(round, attempt.Id, right), null, A.Opens + 10);
        }

        sitting.Standing!.Ordinal.ShouldBe(ordinal);
        (sitting.Standing.Attempts, sitting.Standing.PerfectAttempts).ShouldBe((3, 1));
    }

    [Fact]
    public void Of_equal_attempts_the_first_counts()
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens);
        sitting.Submit(1, [], null, A.Opens + 10);
        sitting.Start(A.Opens + 100);
        sitting.Submit(2, [], null, A.Opens + 110);
        sitting.Standing!.Ordinal.ShouldBe((short)1);
    }

    [Fact]
    public void A_text_that_is_not_marked_keeps_nobody_from_everything_right()
    {
        var round = A.Round(set: A.Set([A.Question("q"), A.Essay("e") with { Point = 0 }], [], shuffleQuestions: false, shuffleChoices: false));
        var sitting = A.Sitting(round);
        sitting.Submit(sitting.Start(A.Opens).Attempt!.Id.Ordinal, [new AnswerChange(0, 1, 1)], null, A.Opens + 1);
        sitting.Attempts[0].Grade.ShouldBe(new Grade(100, 1, 1));

        // As stores read it: they know the score and the right answers, and how long the paper is.
        var stored = sitting.Attempts[0] with { Grade = new Grade(100, 1, 2) };
        var later = new Sitting(round, sitting.Contestant, 1, A.Registered, [stored], sitting.Standing, sitting.ContestStanding);
        later.Submit(later.Start(A.Opens + 5).Attempt!.Id.Ordinal, [new AnswerChange(0, 1, 1)], null, A.Opens + 9);
        later.Standing!.PerfectAttempts.ShouldBe(2);
    }

    [Fact]
    public void An_attempt_under_way_while_the_set_is_corrected_keeps_its_paper()
    {
        var sitting = A.Sitting(Round);
        var attempt = sitting.Start(A.Opens).Attempt!;
        var corrected = Round with { Sets = [Round.CurrentSet, A.Set(version: 2)] };
        var later = A.Reloaded(corrected, sitting);
        later.Submit(1, A.RightAnswers(Round, attempt.Id, 4), null, A.Opens + 10);
        later.Standing!.Score.ShouldBe(400);
        later.Start(A.Opens + 20).Attempt!.SetVersion.ShouldBe(2);
    }
}
