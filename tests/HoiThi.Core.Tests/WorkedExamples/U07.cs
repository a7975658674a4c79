using HoiThi.Core.Contests;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>Bình Tân 2019: one attempt a week of 20 questions; "most correct and fastest → moment of taking part"; the top five of a week win.</summary>
public class U07
{
    [Fact]
    public void Top_five_of_the_week() => new Field(
        """
        name  correct time    started
        An    19      03:00.0 0.08:00:00
        Bình  20      05:00.5 2.09:00:00
        Chi   20      05:00.5 1.22:00:00
        Dũng  20      05:00.4 6.21:59:00
        Em    20      05:00.5 1.21:59:59
        Giang 18      01:00.0 0.07:00:00
        Hà    19      03:00.0 0.08:00:01
        Inh   19      02:59.9 5.08:00:00
        Khoa  20      09:00.0 0.07:30:00
        Lan   20      04:00.0 4.12:00:00
        """).Awards(Field.Rules("Tuần 5") with { Substitutes = 2 }, [RankingKey.Correct, RankingKey.Time, RankingKey.Started])
        .ShouldBe("Tuần: Lan Dũng Em Chi Bình\nDự bị: Khoa Inh");
}
