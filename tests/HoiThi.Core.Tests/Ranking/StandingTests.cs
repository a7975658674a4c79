using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

public class StandingTests
{
    [Fact]
    public void Without_an_attempt_that_is_over_there_is_no_standing()
    {
        var sitting = A.Sitting(A.Round());
        Standing.Of(A.Round(), 0, []).ShouldBeNull();
        sitting.Start(A.Opens);
        Standing.Of(A.Round(), 0, sitting.Attempts).ShouldBeNull();
    }

    [Fact]
    public void A_voided_attempt_counts_nowhere()
    {
        var round = A.Round();
        var sitting = A.Sitting(round);
        sitting.Submit(1, A.RightAnswers(round, sitting.Start(A.Opens).Attempt!.Id, 4), null, A.Opens + 10);
        sitting.Submit(2, A.RightAnswers(round, sitting.Start(A.Opens).Attempt!.Id, 1), null, A.Opens + 30);
        Attempt[] attempts = [sitting.Attempts[0] with { State = AttemptState.Voided }, sitting.Attempts[1]];
        var standing = Standing.Of(round, 0, attempts)!;
        (standing.Ordinal, standing.Score, standing.Attempts, standing.PerfectAttempts).ShouldBe(((short)2, 100, 1, 0));
    }

    [Fact]
    public void The_contests_standing_sums_the_rounds_and_keeps_the_latest_submission()
    {
        var first = A.Standing(1, 1900, 600, 1000, 7, correct: 19, attempts: 2, perfect: 0);
        var second = A.Standing(1, 2000, 500, 2000, 9, correct: 20, attempts: 1, perfect: 1) with { Round = 2 };
        var total = Standing.Total(A.Round(), [second, first])!;
        total.ShouldBe(new Standing(A.Contestant(1), 0, 1, 0, 3, 1, 0, 3900, 39, 1100, 2000, null));
        Standing.Total(A.Round(), []).ShouldBeNull();
    }

    [Fact]
    public void A_better_attempt_replaces_the_rounds_part_in_the_sum()
    {
        var before = A.Standing(1, 1500, 900, 1000, attempts: 1);
        var after = A.Standing(1, 1900, 600, 2000, attempts: 2);
        var other = A.Standing(1, 2000, 500, 1500) with { Round = 2 };
        Standing.Sum(Standing.Total(A.Round(), [before, other]), before, after).ShouldBe(Standing.Total(A.Round(), [after, other]));
    }

    [Fact]
    public void The_best_attempt_is_the_best_by_the_rounds_own_chain()
    {
        var fastest = A.Round(chain: [RankingKey.Time]);
        var sitting = A.Sitting(fastest);
        sitting.Submit(1, A.RightAnswers(fastest, sitting.Start(A.Opens).Attempt!.Id, 4), null, A.Opens + 1000);
        sitting.Start(A.Opens + 2000);
        sitting.Submit(2, [], null, A.Opens + 2001);
        sitting.Standing!.Ordinal.ShouldBe((short)2);
    }

    // Three attempts of 2, 4 and 1 right of four, in 10, 20 and 25 seconds.
    [Theory]
    [InlineData(Counting.Average, 233, 2, 18_334)]
    [InlineData(Counting.Sum, 700, 7, 55_000)]
    public void All_attempts_count_together(Counting counts, int score, int correct, long time)
    {
        var round = A.Round(limit: 3, counts: counts);
        var sitting = A.Sitting(round);
        foreach (var (right, seconds) in new[] { (2, 10), (4, 20), (1, 25) })
        {
            var attempt = sitting.Start(A.Opens + (right * A.Minute)).Attempt!;
            sitting.Submit(attempt.Id.Ordinal, A.RightAnswers(round, attempt.Id, right), new PredictionChange(right, 1), attempt.Started + (seconds * 1000));
        }

        var standing = sitting.Standing!;
        (standing.Score, standing.Correct, standing.Time).ShouldBe((score, correct, time));
        (standing.Started, standing.Submitted, standing.Prediction).ShouldBe((A.Opens + A.Minute, A.Opens + A.Minute + 25_000, 1L));
        (standing.Attempts, standing.PerfectAttempts, standing.Ordinal).ShouldBe((3, 1, (short)0));
    }

    [Fact]
    public void Negative_means_are_rounded_down_too()
    {
        var set = A.Set(A.Questions(1), [], paper: new PaperRules(20, 30, false, false, WrongPoint: 25, BelowZero: true));
        var round = A.Round(limit: 2, counts: Counting.Average, set: set);
        var sitting = A.Sitting(round);
        sitting.Submit(sitting.Start(A.Opens).Attempt!.Id.Ordinal, [new AnswerChange(0, 2, 1)], null, A.Opens + 1);
        sitting.Submit(sitting.Start(A.Opens).Attempt!.Id.Ordinal, [], null, A.Opens + 2);
        sitting.Standing!.Score.ShouldBe(-13);
    }

    [Fact]
    public void Practice_counts_nowhere_else()
    {
        var practice = A.Round() with { Practices = [1] };
        var sitting = A.Sitting(practice);
        sitting.Submit(sitting.Start(A.Opens).Attempt!.Id.Ordinal, [], null, A.Opens + 1);
        (sitting.Standing is null, sitting.ContestStanding is null).ShouldBe((false, true));
        Standing.Total(practice, [sitting.Standing!]).ShouldBeNull();
    }

    [Fact]
    public void A_standing_says_its_division_and_its_start()
    {
        var sitting = A.Sitting(A.Round(set: A.Set(division: 2)) with { Division = 2 });
        sitting.Submit(sitting.Start(A.Opens + 5).Attempt!.Id.Ordinal, [], null, A.Opens + 9);
        (sitting.Standing!.Division, sitting.Standing.Started).ShouldBe(((short)2, A.Opens + 5));
        (sitting.ContestStanding!.Division, sitting.ContestStanding.Started).ShouldBe(((short)2, A.Opens + 5));
    }
}
