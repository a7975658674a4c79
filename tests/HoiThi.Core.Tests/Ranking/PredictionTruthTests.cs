using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

public class PredictionTruthTests
{
    [Theory]
    [InlineData(PredictionObject.Participants, PredictionScope.Round, PredictionOf.All, 10)]
    [InlineData(PredictionObject.Attempts, PredictionScope.Round, PredictionOf.All, 20)]
    [InlineData(PredictionObject.PerfectPeople, PredictionScope.Round, PredictionOf.Division, 2)]
    [InlineData(PredictionObject.PerfectAttempts, PredictionScope.Round, PredictionOf.All, 4)]
    [InlineData(PredictionObject.Participants, PredictionScope.Contest, PredictionOf.All, 100)]
    [InlineData(PredictionObject.PerfectAttempts, PredictionScope.Contest, PredictionOf.Division, 14)]
    public void The_truth_is_what_the_rules_say_is_counted(PredictionObject counted, PredictionScope scope, PredictionOf of, long truth) =>
        PredictionTruth.Of(new PredictionRules(A.Text("?"), counted, scope, of), Counts).ShouldBe(truth);

    [Fact]
    public void Without_a_prediction_there_is_no_truth() => PredictionTruth.Of(null, Counts).ShouldBeNull();

    private static Tally Counts(PredictionScope scope, PredictionOf of) => (scope, of) switch
    {
        (PredictionScope.Round, PredictionOf.All) => new Tally(10, 20, 3, 4, 0),
        (PredictionScope.Round, _) => new Tally(5, 9, 2, 2, 0),
        (_, PredictionOf.All) => new Tally(100, 200, 30, 40, 0),
        _ => new Tally(40, 80, 12, 14, 0),
    };
}
