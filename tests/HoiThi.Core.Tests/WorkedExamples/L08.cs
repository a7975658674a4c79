using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Gia Lai 2025, pupils: 20 questions of 1 point, one attempt; 1/3/10/15 prizes; two schools: with most entrants, and with most winners.</summary>
public class L08
{
    private readonly UnitField schools = new(
        """
        code heads people prizes
        A    900   610    0/1/1/2
        B    400   399    1/0/3/2
        C    1200  700    0/0/2/4
        D    300   299    -
        E    650   610    0/2/4/1
        """);

    [Fact]
    public void Most_entrants() => schools.Said(UnitField.Award("Giải 1", score: [UnitField.Term(Measure.Entrants)], tieBreak: [Measure.Share]))
        .ShouldBe("C=700* E=610 A=610 B=399 D=299");

    [Fact] // E 7; B and C 6, of which B has a first prize; A 4
    public void Most_winners() => schools.Said(UnitField.Award("Giải 1", score: [UnitField.Term(Measure.Winners)], tieBreak: [Measure.FirstPrizes]))
        .ShouldBe("E=7* B=6 C=6 A=4 D=0");

    [Fact]
    public void Twenty_nine_prizes_by_points_and_time() => new Field(
        """
        name score time
        An   20    05:00
        Bình 20    04:00
        Chi  19    05:00
        Dũng 19    04:00
        Em   18    05:00
        Giang 18   04:00
        Hà   17    05:00
        Inh  17    04:00
        Khoa 16    05:00
        Lan  16    04:00
        """).Awards(Field.Rules("Nhất 1, Nhì 3, Ba 10, KK 15"), [RankingKey.Score, RankingKey.Time])
        .ShouldBe("Nhất: Bình\nNhì: An Dũng Chi\nBa: Giang Em Inh Hà Lan Khoa\nKK:");
}
