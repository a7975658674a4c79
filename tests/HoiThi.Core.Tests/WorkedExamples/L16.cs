using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>L16: two attempts a round, the best counts; the guess of how many answer everything right comes last in the chain.</summary>
public class L16
{
    private static readonly ValueList<RankingKey> Chain = [RankingKey.Correct, RankingKey.Time, RankingKey.Prediction];

    private readonly Field field = new(
        """
        name  correct time    guess
        An    20      08:00.0 6
        Bình  20      08:00.0 3
        Chi   20      07:59.9 99
        Dũng  20      08:00.0 -
        Em    19      02:00.0 5
        Giang 20      08:00.0 4
        Hà    19      02:00.0 8
        Inh   18      01:00.0 5
        Khoa  19      01:59.0 1
        Lan   17      05:00.0 5
        """);

    [Fact] // five have everything right; the guess parts only those equal in answers and time: Giang off by 1, An 1 – by code –, Bình 2
    public void The_prediction_parts_only_those_equal_in_all_else()
    {
        field.Counts.PerfectPeople.ShouldBe(5);
        field.Order(Chain, new Revealed(5)).ShouldBe("Chi An Giang Bình Dũng Khoa Em Hà Inh Lan");
    }

    [Fact]
    public void While_the_round_is_open_the_guess_parts_nobody() =>
        field.Order(Chain).ShouldBe("Chi An Bình Dũng Giang Khoa Em Hà Inh Lan");
}
