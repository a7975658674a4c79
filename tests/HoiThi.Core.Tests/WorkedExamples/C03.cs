using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Huế 2025: one attempt of 15 questions a week; "correct answers → most accurate prediction" of how many answer everything
/// right; 1/1/1 a week to staff and 1/1/1 to citizens; 17 collectives by share and quality within blocks.
/// </summary>
public class C03
{
    private static readonly ValueList<RankingKey> Chain = [RankingKey.Correct, RankingKey.Prediction];
    private static readonly PrizeRules Prizes = Field.Rules("Nhất 1, Nhì 1, Ba 1");

    private readonly Field staff = new(
        """
        name correct guess
        An   15      9
        Bình 15      4
        Chi  14      5
        Dũng 15      5
        Em   15      7
        Giang 13     6
        """, questions: 15);

    private readonly Field citizens = new(
        """
        name  correct guess
        Hà    15      20
        Inh   14      6
        Khoa  14      9
        Lan   12      6
        Minh  14      -
        """, questions: 15);

    // Five answer everything right: An, Bình, Dũng, Em among the staff, Hà among the citizens.
    private Revealed Known => new(PredictionTruth.Of(
        new PredictionRules(A.Text("?"), PredictionObject.PerfectPeople, PredictionScope.Round), (_, _) => staff.Counts + citizens.Counts));

    [Fact]
    public void The_truth_is_of_both_groups_together() => Known.Truth.ShouldBe(5);

    [Fact] // off by 0, 1, 2, 4 among those with 15; then 14, 13
    public void Staff() => staff.Awards(Prizes, Chain, Known).ShouldBe("Nhất: Dũng\nNhì: Bình\nBa: Em");

    [Fact] // Hà alone has 15, however bad the guess; of the three with 14 Inh is off by 1, Khoa by 4, Minh did not guess
    public void Citizens()
    {
        citizens.Order(Chain, Known).ShouldBe("Hà Inh Khoa Minh Lan");
        citizens.Awards(Prizes, Chain, Known).ShouldBe("Nhất: Hà\nNhì: Inh\nBa: Khoa");
    }

    [Fact] // by share and quality: 100 % + 12.5 = 112.5; 90 % + 14 = 104; 80 + 15 = 95; a ward of 2.12 % with the best average is last
    public void Collectives_within_blocks() => new UnitField(
        """
        code kind    heads people points
        S1   admin   40    40     500
        S2   admin   50    45     630
        S3   admin   10    8      120
        W1   commune 1000  300    3600
        W2   commune 5000  106    1484
        """).Said(UnitField.Award("Tập_thể 2", CollectiveGroup.Block, score: [UnitField.Term(Measure.Share), UnitField.Term(Measure.AverageScore)]))
        .ShouldBe("admin: S1=112.5* S2=104* S3=95\ncommune: W1=42* W2=16.12*");
}
