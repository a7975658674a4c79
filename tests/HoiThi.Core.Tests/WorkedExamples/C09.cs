using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Lâm Đồng 2023: 10 prizes a week, 1/2/3/4; people on the excluded list win nothing, and the next moves up.</summary>
public class C09
{
    private readonly Field week = new(
        """
        name  score time  barred
        An    20    06:00 no
        Bình  20    05:00 yes
        Chi   20    07:00 no
        Dũng  19    04:00 no
        Em    19    04:30 no
        Giang 18    09:00 no
        Hà    18    08:00 yes
        Inh   17    10:00 no
        Khoa  16    10:00 no
        Lan   15    10:00 no
        Minh  14    10:00 no
        Nam   13    10:00 no
        Oanh  12    10:00 no
        """);

    [Fact]
    public void Ten_prizes_a_week() => week.Awards(
        Field.Rules("Nhất 1, Nhì 2, Ba 3, KK 4") with { Substitutes = 2 }, [RankingKey.Score, RankingKey.Time]).ShouldBe(
        """
        Nhất: An
        Nhì: Chi Dũng
        Ba: Em Giang Inh
        KK: Khoa Lan Minh Nam
        Bình Barred
        Hà Barred
        Dự bị: Oanh
        """.ReplaceLineEndings("\n"));
}
