using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Kbang, Gia Lai 2025, a commune: the number of attempts is guessed; two villages win: most entrants and winners.</summary>
public class P09
{
    [Fact] // 3 + 1 + 2 + 5 + 1 + 1 = 13 attempts by six people
    public void Attempts_are_guessed()
    {
        var field = new Field(
            """
            name  correct guess attempts
            An    30      6     3
            Bình  30      13    1
            Chi   30      14    2
            Dũng  29      13    5
            Em    30      11    1
            Giang 30      12    1
            """, questions: 30);
        var truth = PredictionTruth.Of(new PredictionRules(A.Text("?"), PredictionObject.Attempts, PredictionScope.Round), (_, _) => field.Counts);
        truth.ShouldBe(13);
        field.Order([RankingKey.Correct, RankingKey.Prediction], new Revealed(truth)).ShouldBe("Bình Chi Giang Em An Dũng");
    }

    [Fact]
    public void Two_villages() => new UnitField(
        """
        code people prizes
        V1   120    0/1
        V2   150    -
        V3   120    1/0/1
        V4   30     2/2/2/2
        V5   119    0/0/3
        """).Said(UnitField.Award("Giải 2", gates: [UnitField.AtLeast(Measure.Winners, 1)], score: [UnitField.Term(Measure.Entrants)], tieBreak: [Measure.Winners]))
        .ShouldBe("V3=120* V1=120* V5=119 V4=30 | V2");
}
