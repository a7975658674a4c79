using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// L07: two rounds of two attempts, 300 points; score → prediction of the entrants → number of perfect attempts → moment of
/// login; a person keeps the higher prize only; at most half of the entrants win; schools by share plus points for prizes.
/// </summary>
public class L07
{
    private static readonly ValueList<RankingKey> Chain =
        [RankingKey.Score, RankingKey.Prediction, RankingKey.PerfectAttempts, RankingKey.Started];

    private readonly Field round1 = new(
        """
        name  score guess perfect started
        An    300   12    1       08:00:05
        Bình  300   12    2       08:00:09
        Chi   300   10    1       08:10:00
        Dũng  300   8     1       08:00:01
        Em    290   10    0       08:00:00
        Giang 280   7     0       08:20:00
        Hà    280   13    0       08:05:00
        Inh   270   10    0       08:00:00
        Khoa  260   10    0       08:00:00
        Lan   250   10    0       08:00:00
        """);

    private readonly Field round2 = new(
        """
        name  score guess perfect started
        An    300   9     2       08:00:00
        Bình  290   9     0       08:00:00
        Chi   280   9     0       08:00:00
        Dũng  300   3     1       08:00:00
        Em    300   8     1       08:00:00
        Giang 300   8     1       07:59:59
        Hà    100   9     0       08:00:00
        Inh   90    9     0       08:00:00
        Khoa  80    9     0       08:00:00
        """);

    [Fact] // ten took part; Chi is exact; An, Bình, Dũng are off by 2, of whom Bình has two perfect attempts, Dũng logged in first
    public void Chain_of_round_1() => round1.Order(Chain, new Revealed(10)).ShouldBe("Chi Bình Dũng An Em Hà Giang Inh Khoa Lan");

    [Fact] // nine took part: An exact, Giang and Em off by one – Giang logged in a second before –, Dũng off by six
    public void Chain_of_round_2() => round2.Order(Chain, new Revealed(9)).ShouldBe("An Giang Em Dũng Bình Chi Hà Inh Khoa");

    [Fact] // 14 prizes for ten entrants: five win
    public void At_most_half_of_the_entrants_win() => round1.Awards(Field.Rules("Nhất 1, Nhì 3, Ba 10", winnersAtMost: 50), Chain, new Revealed(10))
        .ShouldBe("Nhất: Chi\nNhì: Bình Dũng An\nBa: Em");

    [Fact] // of nine entrants half is four, rounded down
    public void Half_is_rounded_down() => round2.Awards(Field.Rules("Nhất 1, Nhì 3, Ba 10", winnersAtMost: 50), Chain, new Revealed(9))
        .ShouldBe("Nhất: An\nNhì: Giang Em Dũng\nBa:");

    // Amounts 900, 500, 300 in round 1 and 1,000, 400, 300 in round 2. Greatest first: 1,000 to An; 900 to Chi; 500 to Bình and
    // Dũng; 400 to Giang and Em; 300 of round 1 – Chi, Bình, Dũng, An, Em have more, Hà is next – to Hà, Giang has more, then Inh;
    // 300 of round 2 – An to Chi have more, and Hà an equal one of the earlier round – to Khoa, past Inh.
    [Fact]
    public void Only_the_higher_prize_is_kept_and_the_other_goes_to_the_next()
    {
        var rules = Field.Rules("Nhất 1 900, Nhì 2 500, Ba 2 300", PrizeLimit.OnlyHigher);
        var second = Field.Prizes("Nhất 1 1000, Nhì 2 400, Ba 2 300");
        var given = PrizeGiving.Give(
            [round1.List(rules, Chain, new Revealed(10)), round2.List(rules, Chain, new Revealed(9), 2, second)],
            rules.Limit, round1.PersonOf, new HashSet<ContestantId>());
        given.Select(awarding => round1.Said(awarding).Split('\n').Take(3)).ShouldBe(
        [
            ["Nhất: Chi", "Nhì: Bình Dũng", "Ba: Hà Inh"],
            ["Nhất: An", "Nhì: Giang Em", "Ba: Khoa"],
        ]);
    }

    [Fact] // share + 10, 5, 2 for first, second, third prizes: A 80 + 17, B 95 + 2, C 60 + 15, D 100
    public void Schools_by_share_and_points_for_prizes() => new UnitField(
        """
        code heads people prizes
        A    500   400    1/1/1
        B    200   190    0/0/1
        C    100   60     1/1/0
        D    40    40     -
        """).Said(UnitField.Award("Giải 2", score: [UnitField.Term(Measure.Share), UnitField.Term(Measure.PrizePoints) with { Points = [10, 5, 2] }], tieBreak: [Measure.Share]))
        .ShouldBe("D=100* B=97* A=97 C=75");
}
