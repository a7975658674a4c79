using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// L06: totals count, of equal totals fewer attempts; weekly prizes by quota, one a person in a round; a final over all
/// weeks; units by points for places in three top lists.
/// </summary>
public class L06
{
    private static readonly ValueList<RankingKey> Chain = [RankingKey.Score, RankingKey.FewerAttempts, RankingKey.Time];

    private readonly Field week1 = new(
        """
        name  score attempts time  unit
        An    58    3        30:00 X
        Bình  58    4        20:00 X
        Chi   57    3        25:00 X
        Dũng  40    2        10:00 Y
        Em    40    2        12:00 X
        Giang 38    2        11:00 Z
        Hà    20    1        05:00 Y
        Inh   20    1        05:30 Z
        Khoa  19    1        05:00 X
        Lan   19    2        04:00 Y
        """);

    private readonly Field week2 = new(
        """
        name  score attempts time  unit
        An    20    1        09:00 X
        Bình  40    2        19:00 X
        Chi   55    3        28:00 X
        Dũng  59    3        28:00 Y
        Em    10    1        09:00 X
        Giang 60    3        27:00 Z
        Hà    39    2        15:00 Y
        """);

    [Fact]
    public void Totals_then_fewer_attempts() => week1.Order(Chain).ShouldBe("An Bình Chi Dũng Em Giang Hà Inh Khoa Lan");

    [Fact] // of the third prizes at most one to a unit: Em (X) and Hà (Y) go behind those whose unit has none yet
    public void A_quota_keeps_one_unit_from_taking_all()
    {
        var rules = Field.Rules("Nhất 1, Nhì 1, Ba 3");
        var quota = rules with { Round = rules.Round.Select(prize => prize.Count == 3 ? prize with { Quotas = [new(QuotaClass.Unit, 1)] } : prize).ToValueList() };
        week1.Awards(quota, Chain).ShouldBe("Nhất: An\nNhì: Bình\nBa: Chi Dũng Giang\nEm QuotaFull");
    }

    [Fact] // the final adds the weeks: Chi 112 (6), Dũng 99 (5), Giang 98 (5), Bình 98 (6), An 78, Hà 59, Em 50, and who sat once
    public void The_final_is_over_all_weeks_beside_the_weekly_prizes()
    {
        var rules = Field.Rules("Tuần 1") with { Contest = Field.Prizes("Chung_cuộc 4") };
        var final = week1.Standings.Select(first => week2.Standings.FirstOrDefault(second => second.Contestant == first.Contestant) is { } second
            ? Standing.Sum(Standing.Sum(null, null, first), null, second with { Round = 2 })
            : Standing.Sum(null, null, first)).ToArray();
        var ranked = Ranked.Order(Chain, final, Revealed.Nothing);
        string.Join(' ', ranked.Select(line => week1.NameOf(line.Standing.Contestant))).ShouldBe("Chi Dũng Giang Bình An Hà Em Inh Khoa Lan");

        var lists = new[]
        {
            week1.List(rules, Chain),
            week2.List(rules, Chain, round: 2),
            week1.List(rules, Chain, round: 0) with { Field = [.. ranked.Select(Candidate.Of)] },
        };
        PrizeGiving.Give(lists, PrizeLimit.OncePerRound, week1.PersonOf, new HashSet<ContestantId>()).Select(week1.Said)
            .ShouldBe(["Tuần: An", "Tuần: Giang", "Chung_cuộc: Chi Dũng Giang Bình"]);
    }

    [Fact]
    public void Units_by_places_in_three_lists()
    {
        var term = UnitField.Term(Measure.RankPoints) with { Ranks = [Measure.Entrants, Measure.Share, Measure.AverageScore], Top = 5 };
        var units = new UnitField(
            """
            code heads people points
            A    100   90     1350
            B    200   120    1440
            C    50    50     600
            D    80    40     760
            E    60    54     540
            G    40    8      136
            """);
        // entrants: B 5, A 4, E 3, C 2, D 1, G 0; share: C 5, A and E 4 each, B 2, D 1, G 0; average: D 5, G 4, A 3, B and C 2 each, E 0 (sixth)
        units.Said(UnitField.Award("Giải 2", score: [term], tieBreak: [Measure.Share]))
            .ShouldBe("A=11* C=9* B=9 E=7 D=7 G=4");
        units.Board(UnitField.Award("Giải 2", score: [term])).Groups[0].Units[0].Terms[0].Words.Vi.ShouldBe(
            "hạng 2 về số người dự thi (4 điểm), hạng 2 về tỷ lệ tham gia (%) (4 điểm), hạng 3 về điểm trung bình (3 điểm): 11");
    }
}
