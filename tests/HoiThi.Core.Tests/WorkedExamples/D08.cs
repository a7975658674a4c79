using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Bình Thuận 2024: 15 questions, repeats allowed (33,549 attempts by 24,455 people); the guess is the "number of people in
/// the round answering all questions correctly": people, not attempts.
/// </summary>
public class D08
{
    private readonly Field round = new(
        """
        name  correct guess attempts perfect time
        An    15      5     1        1       09:00
        Bình  15      4     4        3       03:00
        Chi   15      8     2        2       08:00
        Dũng  14      4     1        0       02:00
        Em    15      3     1        1       07:00
        Giang 13      4     1        0       02:00
        Hà    9       4     6        0       05:00
        Inh   14      6     2        0       02:00
        Khoa  10      1     1        0       06:00
        Lan   8       9     1        0       06:00
        """, questions: 15);

    [Theory]
    [InlineData(PredictionObject.PerfectPeople, 4)] // An, Bình, Chi, Em
    [InlineData(PredictionObject.PerfectAttempts, 7)] // 1 + 3 + 2 + 1
    [InlineData(PredictionObject.Participants, 10)]
    [InlineData(PredictionObject.Attempts, 20)] // 1 + 4 + 2 + 1 + 1 + 1 + 6 + 2 + 1 + 1
    public void People_and_attempts_are_not_mixed_up(PredictionObject asked, long truth) => Truth(asked).ShouldBe(truth);

    [Fact] // off by 0 (Bình), 1 (Em, quicker than An), 4; then 14: 0 and 2 off
    public void The_nearest_to_the_people_is_first() => round
        .Order([RankingKey.Correct, RankingKey.Prediction, RankingKey.Time], new Revealed(Truth(PredictionObject.PerfectPeople)))
        .ShouldBe("Bình Em An Chi Dũng Inh Giang Khoa Hà Lan");

    private long? Truth(PredictionObject asked) => PredictionTruth.Of(new PredictionRules(A.Text("?"), asked, PredictionScope.Round), (_, _) => round.Counts);
}
