using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Ministry of Culture 2024: 5/15/25/50 prizes; five special ones: the ministry, the locality and the organisation with most
/// entrants, the unit with most first prizes, the youngest. Here 1/2/2.
/// </summary>
public class P11
{
    private readonly Field field = new(
        """
        name  score born
        An    50    1980-05-01
        Bình  49    2008-03-02
        Chi   48    1990-01-01
        Dũng  47    2010-12-31
        Em    46    1975-06-15
        Giang 45    2012-01-05
        Hà    30    2015-09-05
        Inh   44    2012-01-05
        Khoa  43    1999-10-10
        Lan   42    -
        """);

    // The prizes of two weeks, 1/1 each, go to An and Bình, then to Chi and Dũng. Of these four Dũng is the youngest; Giang, Hà
    // and Inh are younger and have won nothing. Dũng keeps the second prize beside this one, though each wins once in the contest.
    [Fact]
    public void The_youngest_winner_is_the_youngest_of_those_who_have_won()
    {
        var second = new Field(
            """
            name  score born
            An    40    1980-05-01
            Bình  41    2008-03-02
            Chi   50    1990-01-01
            Dũng  49    2010-12-31
            Em    46    1975-06-15
            Giang 45    2012-01-05
            Hà    48    2015-09-05
            Inh   44    2012-01-05
            Khoa  43    1999-10-10
            Lan   42    -
            """);
        var rules = Field.Rules("Nhất 1, Nhì 1", PrizeLimit.OncePerContest);
        ValueList<Prize> special = [.. Field.Prizes("Chung_cuộc 1"), Field.Prizes("Trẻ 1")[0] with { By = PrizeOrder.Youngest, AmongWinners = true }];
        PrizeList[] lists = [field.List(rules, [RankingKey.Score]), second.List(rules, [RankingKey.Score], round: 2), field.List(rules, [RankingKey.Score], round: 0, prizes: special)];
        var awarding = PrizeGiving.Give(lists, rules.Limit, field.PersonOf, new HashSet<ContestantId>());
        awarding.Select(field.Said).ShouldBe(
        [
            "Nhất: An\nNhì: Bình",
            "Nhất: Chi\nNhì: Dũng",
            "Chung_cuộc: Em\nTrẻ: Dũng\nAn WonBefore\nBình WonBefore\nChi WonBefore\nDũng WonBefore",
        ]);
    }

    // Among those with at least 40 points Giang and Inh are of one day: the better ranked has it. Hà is younger with 30.
    [Fact]
    public void The_youngest_of_those_with_40_points()
    {
        var rules = Field.Rules("Nhất 1, Nhì 2, Ba 2, Trẻ 1");
        var prizes = rules.Round.Select(prize => prize.Name.Vi == "Trẻ"
            ? prize with { By = PrizeOrder.Youngest, Conditions = new PrizeConditions(Perfect: false, MinScore: 4000, CompleteData: false) }
            : prize).ToValueList();
        field.Awards(rules with { Round = prizes }, [RankingKey.Score]).ShouldBe("Nhất: An\nNhì: Bình Chi\nBa: Dũng Em\nTrẻ: Giang");
    }

    [Fact]
    public void The_oldest_is_the_other_way_round() => field.Awards(
        Field.Rules("Cao_tuổi 2") is var rules ? rules with { Round = [rules.Round[0] with { By = PrizeOrder.Oldest }] } : null!, [RankingKey.Score])
        .ShouldBe("Cao_tuổi: Em An");

    private readonly UnitField units = new(
        """
        code kind         people prizes
        M1   ministry     9000   1/2
        M2   ministry     12000  0/1
        L1   locality     60000  1
        L2   locality     59999  2/1
        O1   organisation 800    0/0/1
        O2   organisation 900    -
        """);

    [Fact]
    public void Most_entrants_of_each_kind() => units.Said(UnitField.Award("Giải 1", CollectiveGroup.Kind, score: [UnitField.Term(Measure.Entrants)]))
        .ShouldBe("ministry: M2=12000* M1=9000\nlocality: L1=60000* L2=59999\norganisation: O2=900* O1=800");

    [Fact]
    public void Most_first_prizes_of_all() => units.Said(UnitField.Award("Giải 1", score: [UnitField.Term(Measure.FirstPrizes)], tieBreak: [Measure.Winners]))
        .ShouldBe("L2=2* M1=1 L1=1 M2=0 O1=0 O2=0");
}
