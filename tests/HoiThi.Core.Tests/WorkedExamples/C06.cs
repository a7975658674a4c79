using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Đắk Lắk 2022: round 1 "correct → shorter time → fewer attempts → earlier registration on the site"; round 2 "correct →
/// shorter time"; 1/2/3/25; organisers, question writers and technical staff win nothing; two collective prizes, one
/// provincial and one district: 100% of the compulsory list sat, has a winner, highest share of headcount.
/// </summary>
public class C06
{
    private static readonly ValueList<RankingKey> First = [RankingKey.Correct, RankingKey.Time, RankingKey.FewerAttempts, RankingKey.Registered];
    private static readonly ValueList<RankingKey> Second = [RankingKey.Correct, RankingKey.Time];

    private readonly Field field = new(
        """
        name  correct time    attempts registered barred
        An    19      04:00.0 1        08:00:00   no
        Bình  20      10:00.0 2        09:00:00   no
        Chi   20      10:00.0 1        10:00:00   no
        Dũng  20      10:00.0 1        09:30:00   no
        Em    20      09:59.9 9        23:00:00   no
        Giang 18      03:00.0 1        08:00:00   no
        Hà    20      09:00.0 1        07:00:00   yes
        Inh   19      04:00.0 1        07:59:59   no
        Khoa  19      04:00.0 3        06:00:00   no
        Lan   17      12:00.0 1        08:00:00   no
        """);

    [Fact]
    public void Round_1() => field.Order(First).ShouldBe("Hà Em Dũng Chi Bình Inh An Khoa Giang Lan");

    [Fact] // Hà is the best, and one of the software's technicians: the first prize moves on
    public void Prizes_of_round_1_go_past_technical_staff() =>
        field.Awards(Field.Rules("Nhất 1, Nhì 2, Ba 3, KK 25"), First)
            .ShouldBe("Nhất: Em\nNhì: Dũng Chi\nBa: Bình Inh An\nKK: Khoa Giang Lan\nHà Barred");

    [Fact] // times equal to the millisecond are not told apart by this chain: the order of codes ends it
    public void Round_2() => field.Order(Second).ShouldBe("Hà Em Bình Chi Dũng An Inh Khoa Giang Lan");

    [Fact]
    public void Collectives()
    {
        var units = new UnitField(
            """
            code kind     heads people must prizes
            P1   province 60    57     9/9  0/1/0/2
            P2   province 40    40     9/10 1
            P3   province 50    49     5/5  -
            P4   province 80    72     8/8  0/0/1
            H1   district 300   150    20/20 0/0/0/1
            H2   district 200   101    12/12 0/1
            """);
        var award = UnitField.Award("Giải 1", CollectiveGroup.Block, [UnitField.Compulsory, UnitField.AtLeast(Measure.Winners, 1)]);
        // P2 took part as one man but one of the ten who had to is missing from its list's sitting; P3 has no winner
        units.Said(award).ShouldBe("province: P1=95* P4=90 | P2 P3\ndistrict: H2=50.5* H1=50");
        units.Board(award).Groups[0].Units.Select(unit => $"{unit.Unit.Code} {string.Join("; ", unit.Gates.Select(gate => gate.Words.Vi))}").ShouldBe(
        [
            "P1 đủ 9 người thuộc diện bắt buộc đã dự thi; số giải cá nhân: 3, đạt mức 1",
            "P4 đủ 8 người thuộc diện bắt buộc đã dự thi; số giải cá nhân: 1, đạt mức 1",
            "P2 9 trên 10 người thuộc diện bắt buộc đã dự thi, thiếu 1 người; số giải cá nhân: 1, đạt mức 1",
            "P3 đủ 5 người thuộc diện bắt buộc đã dự thi; số giải cá nhân: 0, chưa đạt mức 1",
        ]);
    }
}
