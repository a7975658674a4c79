using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Ranking;

public class PredictionTruthTests
{
    private static readonly Tally Round = new(10, 20, 3, 4, 0);
    private static readonly Tally Contest = new(100, 200, 30, 40, 0);

    [Theory]
    [InlineData(PredictionObject.Participants, PredictionScope.Round, 10)]
    [InlineData(PredictionObject.Attempts, PredictionScope.Round, 20)]
    [InlineData(PredictionObject.PerfectPeople, PredictionScope.Round, 3)]
    [InlineData(PredictionObject.PerfectAttempts, PredictionScope.Round, 4)]
    [InlineData(PredictionObject.Participants, PredictionScope.Contest, 100)]
    [InlineData(PredictionObject.PerfectAttempts, PredictionScope.Contest, 40)]
    public void The_truth_is_what_the_rules_say_is_counted(PredictionObject counted, PredictionScope scope, long truth) =>
        PredictionTruth.Of(new PredictionRules(A.Text("?"), counted, scope), Round, Contest).ShouldBe(truth);

    [Fact]
    public void Without_a_prediction_there_is_no_truth() => PredictionTruth.Of(null, Round, Contest).ShouldBeNull();
}
