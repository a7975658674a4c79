using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;
using HoiThi.Core.Tests.Ranking;

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

    // Two days of a week. Right answers and times of both together:
    // An 10+7=17, Bình 9+10=19 (1:40), Chi 10+9=19 (2:00), Dũng 10+8=18, Em 8+10=18, Giang 10+10=20, Hà 10+0=10.
    [Fact]
    public void The_top_of_a_stage_is_by_all_its_days_and_comes_beside_the_prizes_of_the_days()
    {
        const string First = """
            name  correct time
            An    10      01:30
            Bình  9       00:40
            Chi   10      01:10
            Dũng  10      01:39
            Em    8       01:00
            Giang 10      01:20
            Hà    10      01:21
            """;
        const string Second = """
            name  correct time
            An    7       00:30
            Bình  10      01:00
            Chi   9       00:50
            Dũng  8       01:39
            Em    10      01:05
            Giang 10      01:30
            Hà    0       00:10
            """;
        var (one, two) = (new Field(First, questions: 10), new Field(Second, questions: 10));
        Standing[] sums = [.. one.Standings.Zip(two.Standings, (left, right) => Standing.Sum(Standing.Sum(null, null, left), null, right))];
        ValueList<RankingKey> chain = [RankingKey.Score, RankingKey.Time];
        Candidate[] week = [.. Ranked.Order(chain, sums, Revealed.Nothing).Select(Candidate.Of)];
        string.Join(' ', week.Select(candidate => one.NameOf(candidate.Contestant))).ShouldBe("Giang Bình Chi Em Dũng An Hà");

        var rules = Field.Rules("Ngày 1", PrizeLimit.OncePerContest);
        var stage = new PrizeList(-1, Field.Prizes("Tuần 3"), rules, week, _ => false, RankKeyLaws.Seed) { Last = 2 };
        var awarding = PrizeGiving.Give(
            [stage, two.List(rules, chain, round: 2), one.List(rules, chain)], rules.Limit, one.PersonOf, new HashSet<ContestantId>());

        // Chi is the best of the first day, Bình of the second; the week's prizes are given after both, and skip them.
        awarding.Select(one.Said).ShouldBe(["Tuần: Giang Em Dũng\nBình WonBefore\nChi WonBefore", "Ngày: Bình", "Ngày: Chi"]);
    }

    [Fact]
    public void The_top_of_the_week() => day.Awards(Field.Rules("Tuần 3"), [RankingKey.Correct, RankingKey.Time]).ShouldBe("Tuần: Chi Giang Hà");
}
