using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Attempts;

public class PredictionTests
{
    private static readonly RoundRules After = Asked(PredictionPlace.After, PredictionScope.Round);

    [Fact]
    public void After_the_paper_it_is_asked_once()
    {
        var sitting = Submitted(After);
        sitting.Attempts[0].Answers.Prediction.ShouldBeNull("in the paper it is not asked");
        sitting.Predict(1, 500, A.Opens + 20).Refusal.ShouldBeNull();
        sitting.Predict(1, 500, A.Opens + 30).Refusal.ShouldBeNull();
        sitting.Predict(1, 501, A.Opens + 30).Refusal.ShouldBe(SittingRefusal.Predicted);
        sitting.Standing!.Prediction.ShouldBe(500);
        sitting.StandingChanged.ShouldBeTrue();
    }

    [Fact]
    public void It_is_asked_until_the_round_is_over()
    {
        Submitted(After).Predict(1, 5, A.Closes - 1).Refusal.ShouldBeNull();
        Submitted(After).Predict(1, 5, A.Closes).Refusal.ShouldBe(SittingRefusal.Over);
    }

    [Fact]
    public void It_is_asked_of_what_counts_and_where_the_rules_say()
    {
        var sitting = A.Sitting(After);
        sitting.Predict(1, 5, A.Opens).Refusal.ShouldBe(SittingRefusal.NoSuchAttempt);
        sitting.Start(A.Opens);
        sitting.Predict(1, 5, A.Opens).Refusal.ShouldBe(SittingRefusal.NotAsked);
        Submitted(After).Predict(1, -1, A.Opens + 20).Refusal.ShouldBe(SittingRefusal.NotAsked);
        Submitted(Asked(PredictionPlace.Paper, PredictionScope.Round)).Predict(1, 5, A.Opens + 20).Refusal.ShouldBe(SittingRefusal.NotAsked);
        Submitted(A.Round()).Predict(1, 5, A.Opens + 20).Refusal.ShouldBe(SittingRefusal.NotAsked);
    }

    [Fact]
    public void The_latest_guess_about_the_contest_stands_in_its_standing()
    {
        var rules = Asked(PredictionPlace.Paper, PredictionScope.Contest) with { ContestGuesses = [1, 2] };
        var earlier = A.Standing(1, 100, submitted: A.Opens - 500, prediction: 7) with { Round = 2 };
        var later = earlier with { Submitted = A.Closes, Prediction = 8 };
        var silent = later with { Prediction = null };
        Submitted(rules, new Elsewhere(1, [earlier])).ContestStanding!.Prediction.ShouldBe(9);
        Submitted(rules, new Elsewhere(1, [later])).ContestStanding!.Prediction.ShouldBe(8);
        Submitted(rules, new Elsewhere(1, [silent])).ContestStanding!.Prediction.ShouldBe(9, "the latest that there is");
        Submitted(rules with { ContestGuesses = [2] }, new Elsewhere(1, [earlier])).ContestStanding!.Prediction.ShouldBe(7, "the other is about the round");
    }

    private static RoundRules Asked(PredictionPlace place, PredictionScope scope) =>
        A.Round() with { Prediction = new PredictionRules(A.Text("?"), PredictionObject.Participants, scope, Place: place) };

    private static Sitting Submitted(RoundRules rules, Elsewhere? elsewhere = null)
    {
        var sitting = A.Sitting(rules, elsewhere: elsewhere);
        sitting.Start(A.Opens);
        sitting.Submit(1, [new AnswerChange(0, 1, 1)], new PredictionChange(9, 1), A.Opens + 10);
        return sitting;
    }
}
