using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;

namespace HoiThi.Core.Tests.WorkedExamples;

/// <summary>
/// Central Youth Union: live sessions of 10 questions; all who have 10 right share 1 million đồng; a weekly top 10. Here each
/// round is a day, and the contest the week with its top 3.
/// </summary>
public class U11
{
    private readonly Field day = new(
        """
        name  correct time
        An    10      01:30
        Bình  9       00:40
        Chi   10      01:10
        Dũng  10      01:39
        Em    8       01:00
        Giang 10      01:20
        Hà    10      01:21
        Inh   10      01:25
        Khoa  7       00:50
        Lan   10      01:22
        """, questions: 10);

    [Fact] // seven share a million: 142,857 đồng each, and 1 đồng that cannot be shared
    public void All_who_have_everything_right_share_the_pot()
    {
        var rules = Field.Rules("Ngày *");
        var pot = rules with { Round = [rules.Round[0] with { Pot = 1_000_000, Conditions = new PrizeConditions(Perfect: true, MinScore: null, CompleteData: false) }] };
        var awarding = PrizeGiving.Give(
            [day.List(pot, [RankingKey.Correct, RankingKey.Time])], pot.Limit, day.PersonOf, new HashSet<ContestantId>())[0];
        day.Said(awarding).ShouldBe("Ngày: Chi Giang Hà Lan Inh An Dũng");
        awarding.Outcomes.ShouldBe([new PrizeOutcome(7, 0, 142_857, 1)]);
    }

    [Fact]
    public void A_pot_that_nobody_wins_stays()
    {
        var rules = Field.Rules("Ngày *");
        var pot = rules with { Round = [rules.Round[0] with { Pot = 1_000_000, Conditions = new PrizeConditions(Perfect: false, MinScore: 2000, CompleteData: false) }] };
        PrizeGiving.Give([day.List(pot, [RankingKey.Correct])], pot.Limit, day.PersonOf, new HashSet<ContestantId>())[0]
            .Outcomes.ShouldBe([new PrizeOutcome(0, 0, null, 1_000_000)]);
    }

    [Fact]
    public void The_top_of_the_week() => day.Awards(Field.Rules("Tuần 3"), [RankingKey.Correct, RankingKey.Time]).ShouldBe("Tuần: Chi Giang Hà");
}
