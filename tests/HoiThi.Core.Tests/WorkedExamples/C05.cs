using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Hải Dương 2024: at most three attempts of 20 questions, "system picks the highest"; "how many people answered all the
/// above questions correctly?" is not in the score but a criterion for prizes; collectives in two groups, "share of
/// entrants + average score of the unit's entries; under 50% not counted".
/// </summary>
public class C05
{
    private static readonly ValueList<RankingKey> Chain = [RankingKey.Score, RankingKey.Prediction];

    [Fact] // 4 people have everything right; off by 0, 1, 1 – quicker –, none; the guess never lifts 19 above 20
    public void The_prediction_decides_among_equal_scores_and_adds_none() => new Field(
        """
        name  score correct guess time
        An    20    20      5     15:00
        Bình  20    20      3     14:00
        Chi   19    19      4     08:00
        Dũng  20    20      4     19:59
        Em    20    20      -     05:00
        Giang 18    18      4     06:00
        """).Order([.. Chain, RankingKey.Time], new Revealed(4)).ShouldBe("Dũng Bình An Em Chi Giang");

    [Fact]
    public void The_highest_of_three_attempts_counts()
    {
        ValueList<RankingKey> chain = [RankingKey.Score];
        Standing[] attempts = [A.Standing(1, 1500), A.Standing(1, 1800), A.Standing(1, 1700)];
        attempts.MinBy(attempt => RankKey.Provisional(chain, attempt), RankKey.Order)!.Score.ShouldBe(1800);
    }

    [Fact]
    public void Two_groups_with_a_gate_at_half() => new UnitField(
        """
        code kind       heads people points
        D1   department 20    10     190
        D2   department 30    14     280
        D3   department 40    36     648
        D4   department 50    40     760
        H1   district   200   150    2550
        H2   district   100   75     1350
        H3   district   300   149    2980
        """).Said(UnitField.Award(
            "Nhất 1, Nhì 1, Ba 1", CollectiveGroup.Kind, [UnitField.ShareOf(50)],
            [UnitField.Term(Measure.Share), UnitField.Term(Measure.AverageScore)]))
        // D3 90 + 18, D4 80 + 19, D1 50 + 19 (half is enough); D2 has 46.7 %; H2 75 + 18, H1 75 + 17; H3 lacks one person
        .ShouldBe("department: D3=108* D4=99* D1=69* | D2\ndistrict: H2=93* H1=92* | H3");
}
