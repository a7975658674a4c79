using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;

namespace HoiThi.Core.Tests.Attempts;

public class MergePlanTests
{
    private static readonly RoundRules Round = A.Round();

    [Fact]
    public void Attempts_of_both_stand_in_the_order_of_their_starts_each_with_its_own_paper()
    {
        var (kept, gone) = (Taken(1, A.Opens + (60 * A.Minute)), Taken(2, A.Opens));
        var plan = Plan(1, [.. kept.Attempts, .. gone.Attempts]);
        plan.Attempts.Select(each => (each.Was.Contestant, each.Attempt.Id.Ordinal)).ShouldBe([(A.Contestant(2), (short)1), (A.Contestant(1), (short)2)]);
        foreach (var each in plan.Attempts)
        {
            each.Attempt.Id.Contestant.ShouldBe(A.Contestant(1));
            each.Attempt.DrawnAs.ShouldBe(each.Was);
            Paper.Draw(Round.Sets[0], each.Attempt.DrawnAs).Lines.SelectMany(line => line.Order).ShouldBe(Paper.Draw(Round.Sets[0], each.Was).Lines.SelectMany(line => line.Order));
        }

        plan.Standings.Single(standing => standing.Round == 1).Attempts.ShouldBe(2);
        plan.Standings.Single(standing => standing.Round == 0).Score.ShouldBe(plan.Standings.Single(standing => standing.Round == 1).Score);
    }

    [Fact]
    public void What_one_person_could_not_have_started_is_struck_out()
    {
        var kept = Taken(1, A.Opens + A.Minute, A.Opens + (120 * A.Minute));
        var gone = Taken(2, A.Opens + (60 * A.Minute), A.Opens + (180 * A.Minute));
        var plan = Plan(1, [.. kept.Attempts, .. gone.Attempts]);
        plan.Attempts.Select(each => (each.Over, each.Attempt.State)).ShouldBe(
        [
            (false, AttemptState.Submitted), (false, AttemptState.Submitted), (true, AttemptState.Voided), (true, AttemptState.Voided),
        ]);
        plan.Standings.Single(standing => standing.Round == 1).Attempts.ShouldBe(Round.Limit);
    }

    [Fact]
    public void What_was_given_back_uses_nothing()
    {
        var kept = Taken(1, A.Opens, A.Opens + (60 * A.Minute));
        var back = Taken(2, A.Opens + (30 * A.Minute)).Attempts.Select(attempt => attempt with { State = AttemptState.GivenBack });
        var plan = Plan(1, [.. kept.Attempts, .. back]);
        plan.Attempts.Count(each => each.Over).ShouldBe(0);
        plan.Attempts.Count(each => each.Attempt.Counts).ShouldBe(2);
    }

    [Fact]
    public void A_second_merge_keeps_the_first_papers()
    {
        var first = Plan(1, [.. Taken(1, A.Opens + A.Minute).Attempts, .. Taken(2, A.Opens).Attempts]);
        var second = Plan(3, first.Attempts.Select(each => each.Attempt));
        second.Attempts.Select(each => each.Attempt.DrawnAs).ShouldBe(first.Attempts.Select(each => each.Attempt.DrawnAs));
        second.Attempts.ShouldAllBe(each => !each.Over);
    }

    [Fact]
    public void A_paper_that_is_open_stops_a_merge()
    {
        var open = A.Sitting(Round, 2);
        open.Start(A.Opens);
        Should.Throw<ArgumentException>(() => Plan(1, open.Attempts));
    }

    private static MergePlan Plan(int kept, IEnumerable<Attempt> attempts) => MergePlan.Of(_ => Round, A.Contestant(kept), unit: 1, A.Registered, attempts);

    private static Sitting Taken(int contestant, params long[] starts)
    {
        var sitting = A.Sitting(Round, contestant);
        foreach (var (index, start) in starts.Index())
        {
            var attempt = sitting.Start(start).Attempt!;
            sitting.Submit((short)(index + 1), A.RightAnswers(Round, attempt.Id, index + 1), null, start + (5 * A.Minute));
        }

        return sitting;
    }
}
