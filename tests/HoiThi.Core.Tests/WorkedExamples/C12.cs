using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Ministry of Transport 2020: the number of entrants is guessed after the test has ended; three classes are ranked apart.</summary>
public class C12
{
    private static readonly PredictionRules Guess = new(
        A.Text("?"), PredictionObject.Participants, PredictionScope.Contest, PredictionOf.All, PredictionPlace.After);

    private readonly Field staff = new(
        """
        name correct guess attempts
        An   20      10    1
        Bình 20      13    1
        Chi  20      12    1
        Dũng 19      11    1
        Em   20      -     1
        """);

    private readonly Field students = new(
        """
        name  correct guess attempts
        Giang 18      11    2
        Hà    18      9     1
        Inh   18      14    1
        """);

    private readonly Field citizens = new(
        """
        name correct guess attempts
        Khoa 15      1000  1
        Lan  16      1     1
        Minh 15      12    1
        """);

    // Eleven people took part in twelve attempts: people are what was asked. Whoever never came back to guess is last of the equal.
    [Fact]
    public void Three_classes_one_truth()
    {
        var revealed = new Revealed(PredictionTruth.Of(Guess, (_, _) => staff.Counts + students.Counts + citizens.Counts));
        revealed.Truth.ShouldBe(11);
        ValueList<RankingKey> chain = [RankingKey.Correct, RankingKey.Prediction, RankingKey.Registered];
        staff.Order(chain, revealed).ShouldBe("An Chi Bình Em Dũng");
        students.Order(chain, revealed).ShouldBe("Giang Hà Inh");
        citizens.Order(chain, revealed).ShouldBe("Lan Minh Khoa");
    }
}
