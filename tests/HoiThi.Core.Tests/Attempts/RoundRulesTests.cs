using HoiThi.Core.Attempts;

namespace HoiThi.Core.Tests.Attempts;

public class RoundRulesTests
{
    [Fact]
    public void A_window_includes_its_start_and_excludes_its_end()
    {
        var round = A.Round(windows: [(100, 200), (200, 300), (400, 500)]);
        round.OpenUntil(99).ShouldBeNull();
        round.OpenUntil(100).ShouldBe(200);
        round.OpenUntil(199).ShouldBe(200);
        round.OpenUntil(200).ShouldBe(300);
        round.OpenUntil(300).ShouldBeNull();
        round.OpenUntil(400).ShouldBe(500);
        round.OpenUntil(500).ShouldBeNull();
        (round.Opens, round.Closes).ShouldBe((100, 500));
    }

    [Fact]
    public void A_round_is_settled_when_the_last_grace_is_over_and_not_a_millisecond_sooner()
    {
        var round = A.Round();
        var sitting = A.Sitting(round);
        sitting.Start(round.Closes - 1);
        sitting.Save(1, [new AnswerChange(0, 1, 1)], null, round.Settled - 1).Refusal.ShouldBeNull();
        sitting.Save(1, [new AnswerChange(0, 2, 2)], null, round.Settled).Refusal.ShouldBe(SittingRefusal.Over);
    }

    [Fact]
    public void New_attempts_draw_from_the_newest_set()
    {
        var round = A.Round() with { Sets = [A.Set(version: 1), A.Set(version: 2)] };
        round.CurrentSet.Version.ShouldBe(2);
        round.Set(1).Version.ShouldBe(1);
    }

    [Fact]
    public void The_rules_of_a_contest_become_milliseconds()
    {
        var contest = A.Contest("Asia/Ho_Chi_Minh", A.Windows("2023-10-23 07:00/2023-10-23 15:00"));
        var round = RoundRules.Of(contest, contest: 3, number: 1, [A.Set()]);
        (round.Contest, round.Number, round.Opens, round.Closes).ShouldBe(((short)3, (short)1, A.Opens, A.Closes));
        (round.Duration, round.Grace, round.Limit).ShouldBe((20 * A.Minute, 30_000, 2));
    }
}
