using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Hải Dương 2023/2024: individual 1/2/3/10; collective 1/1/2 for the "largest share, good publicity, many high prizes":
/// here the share, the publicity points that the organisers entered at half, and 10/6/3 for first, second, third prizes.
/// </summary>
public class L09
{
    private static readonly CollectiveAward Award = UnitField.Award(
        "Nhất 1, Nhì 1, Ba 2",
        score:
        [
            UnitField.Term(Measure.Share),
            UnitField.Term(Measure.Publicity, weight: 50),
            UnitField.Term(Measure.PrizePoints) with { Points = [10, 6, 3] },
        ],
        tieBreak: [Measure.Entrants]);

    private readonly UnitField units = new(
        """
        code heads people publicity prizes
        A    100   70     20        1/0/0
        B    200   180    0         -
        C    300   150    60        0/1/2
        D    50    40     17        0/0/1/3
        E    1000  900    0         -
        G    60    20     10        1/1/0
        """);

    // A 70 + 10 + 10 = 90 with 70 people; B 90 with 180; E 90 with 900; C 50 + 30 + 12 = 92; D 80 + 8.5 + 3 = 91.5; G 33 1/3 + 5 + 16
    [Fact]
    public void Share_publicity_and_prizes() => units.Said(Award).ShouldBe("C=92* D=91.5* E=90* B=90* A=90 G=54.3333");

    [Fact]
    public void Every_term_is_said() => units.Board(Award).Groups[0].Units[1].Terms.Select(term => term.Words.Vi).ShouldBe(
        ["tỷ lệ tham gia (%) 80", "điểm tuyên truyền 17 × 0,5 = 8,5", "điểm từ giải cá nhân 3"]);
}
