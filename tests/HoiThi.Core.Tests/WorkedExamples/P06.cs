using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// P06, monthly, and U13 (ages 14–70, data given after the test), which state the same chain: correct answers → prediction
/// of the entrants of the round → time.
/// </summary>
public class P06
{
    private static readonly ValueList<RankingKey> Chain = [RankingKey.Correct, RankingKey.Prediction, RankingKey.Time];

    private readonly Field month = new(
        """
        name  correct guess time  attempts
        An    20      12    10:00 1
        Bình  20      8     09:00 2
        Chi   20      11    15:00 1
        Dũng  20      9     15:01 1
        Em    19      10    03:00 3
        Giang 19      10    02:59 1
        Hà    20      -     01:00 1
        Inh   18      10    05:00 1
        Khoa  20      100   02:00 1
        Lan   18      10    05:00 1
        """);

    // Ten entrants: Chi and Dũng off by 1, Bình and An by 2, Khoa by 90, Hà did not guess.
    [Fact]
    public void Correct_answers_then_prediction_then_time() =>
        month.Order(Chain, new Revealed(month.Counts.People)).ShouldBe("Chi Dũng Bình An Khoa Hà Giang Em Inh Lan");

    [Theory] // the same guesses by the other measures: none is exact; not above ten are Dũng (9) and Bình (8)
    [InlineData(PredictionMeasure.Exact, "Khoa Bình An Chi Dũng Hà Giang Em Inh Lan")]
    [InlineData(PredictionMeasure.NotAbove, "Dũng Bình Khoa An Chi Hà Giang Em Inh Lan")]
    public void Other_measures(PredictionMeasure measure, string order) => month.Order(Chain, new Revealed(10, measure)).ShouldBe(order);
}
