using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Tests.Attempts;

public class RemarkTests
{
    private static readonly SealedSet Set = A.Set(A.Questions(2), [], shuffleQuestions: false, shuffleChoices: false);
    private static readonly RoundRules Round = A.Round(set: Set);
    private static readonly Elsewhere Nowhere = new(0, []);

    [Fact]
    public void Attempts_are_marked_by_the_last_correction_of_their_set_and_keep_the_version_of_their_receipt()
    {
        var corrected = Corrected([new OtherKeys("t-Easy-001", [2])], [new OtherKeys("t-Easy-001", [4])]);
        var sitting = A.Sitting(corrected);
        sitting.Start(A.Opens);
        sitting.Submit(1, [new AnswerChange(0, 4, 1)], null, A.Opens + 1);
        (sitting.Attempts[0].SetVersion, sitting.Attempts[0].Grade).ShouldBe((1, new Grade(100, 1, 2)));
        (corrected.CurrentSet.Version, corrected.MarkedBy(1).Version, Round.MarkedBy(1).Version).ShouldBe((1, 3, 1));
    }

    [Fact]
    public void Marking_anew_moves_score_standing_and_total_once()
    {
        var sitting = Sat(ticked: 2);
        sitting.Standing!.Score.ShouldBe(0);

        var corrected = Corrected([new OtherKeys("t-Easy-001", [2])]);
        var later = A.Loaded(corrected, sitting, sitting.ContestStanding, Nowhere);
        later.Remark();
        (later.Standing!.Score, later.ContestStanding!.Score).ShouldBe((100, 100));
        later.Changed.ShouldBe([(short)1]);

        var again = A.Loaded(corrected, later, later.ContestStanding, Nowhere);
        again.Remark();
        (again.StandingChanged, again.Changed.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void A_withdrawn_question_makes_perfect_who_has_the_rest_right()
    {
        var sitting = Sat(ticked: 2, second: 1);
        sitting.Standing!.PerfectAttempts.ShouldBe(0);

        var later = A.Loaded(Corrected([new Withdrawn("t-Easy-001")]), sitting, sitting.ContestStanding, Nowhere);
        later.Remark();
        (later.Standing!.Score, later.Standing.PerfectAttempts).ShouldBe((100, 1));
        later.StandingChanged.ShouldBeTrue("score and right answers are as they were");
    }

    [Fact]
    public void Another_attempt_can_become_the_standing()
    {
        var sitting = Sat(ticked: 1);
        sitting.Start(A.Opens + 10);
        sitting.Submit(2, [new AnswerChange(0, 2, 1)], null, A.Opens + 11);
        sitting.Standing!.Ordinal.ShouldBe((short)1);

        var later = A.Loaded(Corrected([new OtherKeys("t-Easy-001", [2])]), sitting, sitting.ContestStanding, Nowhere);
        later.Remark();
        (later.Standing!.Ordinal, later.Standing.Score).ShouldBe(((short)2, 100));
    }

    [Fact]
    public void What_is_struck_out_or_under_way_stays_as_it_is()
    {
        var sitting = A.Loaded(Round, Sat(ticked: 2), null, Nowhere);
        sitting.Void(1);
        sitting.Start(A.Opens + 10);

        var later = A.Loaded(Corrected([new PointsForAll("t-Easy-001")]), sitting, sitting.ContestStanding, Nowhere);
        later.Remark();
        later.Changed.ShouldBeEmpty();
        later.Standing.ShouldBeNull();
    }

    [Fact]
    public void However_a_correction_comes_between_marking_anew_ends_as_if_the_keys_had_been_so_from_the_start()
    {
        var corrected = Corrected([new OtherKeys("t-Easy-001", [2, 4]), new Withdrawn("t-Easy-002")]);
        Gen.Select(Gen.Int[0, 3].Select(Gen.Byte[0, 4], Gen.Byte[0, 4]).Array[0, 20], Gen.Int[0, 20], Gen.Int[0, 20]).Sample((acts, inForce, remarked) =>
        {
            var (sitting, sealedSo) = (A.Sitting(Round, elsewhere: Nowhere), A.Sitting(corrected, elsewhere: Nowhere));
            for (var index = 0; index < acts.Length; index++)
            {
                // First the correction is in force, then what there is is marked anew; acts come before, between and after.
                sitting = Reloaded(index < inForce ? Round : corrected, sitting);
                Do(sitting, acts[index], A.Opens + (index * 10));
                Do(sealedSo, acts[index], A.Opens + (index * 10));
                if (index >= inForce && index == inForce + remarked)
                {
                    sitting.Remark();
                }
            }

            sitting = Reloaded(corrected, sitting);
            sitting.Remark();
            (sitting.Standing, sitting.ContestStanding).ShouldBe((sealedSo.Standing, sealedSo.ContestStanding));
            sitting.Attempts.Where(attempt => attempt.Counts).Select(attempt => attempt.Grade)
                .ShouldBe(sealedSo.Attempts.Where(attempt => attempt.Counts).Select(attempt => attempt.Grade));
        }, iter: 500);
    }

    private static void Do(Sitting sitting, (int Kind, byte First, byte Second) act, long now)
    {
        var last = (short)sitting.Attempts.Count;
        switch (act.Kind)
        {
            case 0:
                sitting.Void(last);
                break;
            case 1:
                sitting.GiveBack(last);
                break;
            case 2:
                sitting.Start(now);
                break;
            default:
                sitting.Submit(last, [new AnswerChange(0, act.First, 1), new AnswerChange(1, act.Second, 2)], null, now);
                break;
        }
    }

    /// <summary>As a store gives it: it keeps score and right answers, and how long the paper is.</summary>
    private static Sitting Reloaded(RoundRules rules, Sitting sitting) => new(
        rules, sitting.Contestant, 1, A.Registered,
        sitting.Attempts.Select(attempt => attempt with { Grade = attempt.Grade is { } grade ? grade with { Questions = 2 } : null }),
        sitting.Standing, sitting.ContestStanding, Nowhere);

    private static Sitting Sat(byte ticked, byte second = 0)
    {
        var sitting = A.Sitting(Round);
        sitting.Start(A.Opens);
        sitting.Submit(1, [new AnswerChange(0, ticked, 1), new AnswerChange(1, second, 2)], null, A.Opens + 1);
        return sitting;
    }

    private static RoundRules Corrected(params ValueList<KeyRuling>[] corrections) => Round with
    {
        Corrections = corrections.Select((rulings, index) => Set.Corrected(index + 2, rulings)).ToValueList(),
    };
}
