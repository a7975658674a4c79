using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Ministry of Justice 2021: 1/5/10/20 prizes of 6, 3, 2 and 1 million đồng; complete, accurate data is asked for. Here 1/2/3/4.</summary>
public class L01
{
    private readonly Field field = new(
        """
        name  correct time  complete
        An    19      10:00 yes
        Bình  19      09:00 no
        Chi   18      10:00 yes
        Dũng  18      11:00 yes
        Em    18      12:00 no
        Giang 17      10:00 yes
        Hà    17      11:00 yes
        Inh   17      12:00 yes
        Khoa  16      10:00 yes
        Lan   15      10:00 no
        """);

    // Seven have complete data, for ten prizes; nobody stands behind Lan, so that Lan is not passed over for anybody.
    [Fact]
    public void Who_has_not_given_all_data_is_passed_over() => field.Awards(
        Field.Rules("Nhất 1, Nhì 2, Ba 3, KK 4", conditions: new PrizeConditions(Perfect: false, MinScore: null, CompleteData: true)),
        [RankingKey.Correct, RankingKey.Time]).ShouldBe(
        """
        Nhất: An
        Nhì: Chi Dũng
        Ba: Giang Hà Inh
        KK: Khoa
        Bình IncompleteData
        Em IncompleteData
        """.ReplaceLineEndings("\n"));
}
