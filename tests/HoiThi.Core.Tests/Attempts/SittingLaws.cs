using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>
/// Whatever a contestant's browsers send, doubled and late, with the writer reloading from the database at any moment:
/// limits hold, nothing that was counted is lost, and what is kept up as it goes equals a recount.
/// </summary>
public class SittingLaws
{
    private static readonly Gen<Act> Acts = Gen.Select(
        Gen.Enum<Kind>(),
        Gen.Short[1, 4],
        Gen.Int[0, 4],
        Gen.Int[1, 8],
        Gen.OneOf(Gen.Long[0, 3 * A.Minute], Gen.Long[0, 20 * A.Minute]),
        (kind, ordinal, right, sequence, pause) => new Act(kind, ordinal, right, sequence, pause));

    private static readonly Gen<RoundRules[]> Rounds = Gen.Select(Gen.Int[1, 3], Gen.Enum<Counting>(), (limit, counts) => new[]
    {
        A.Round(1, limit, counts, [(A.Opens, A.Opens + (60 * A.Minute)), (A.Opens + (90 * A.Minute), A.Opens + (120 * A.Minute))]),
        A.Round(2, limit, counts, [(A.Opens + (100 * A.Minute), A.Opens + (200 * A.Minute))]),
    });

    [Fact]
    public void Limits_standings_and_tallies_hold_in_every_interleaving() =>
        Gen.Select(Rounds, Acts.Array[0, 40], Gen.Int).Sample((rounds, acts, seed) => Play(rounds, acts, new Random(seed)), iter: 2_000);

    private static void Play(RoundRules[] rounds, Act[] acts, Random random)
    {
        Sitting[] sittings = [A.Sitting(rounds[0]), A.Sitting(rounds[1])];
        Standing? contest = null;
        var tallies = new Tally[3];
        var now = A.Opens - A.Minute;
        foreach (var act in acts)
        {
            now += act.Pause;
            var index = random.Next(2);

            // The writer loads the sitting, applies what has gathered (sometimes twice), and stores what changed.
            var sitting = A.Reloaded(rounds[index], sittings[index], contest);
            for (var times = random.Next(1, 3); times > 0; times--)
            {
                Do(rounds[index], sitting, act, now);
            }

            NothingCountedIsLost(sittings[index], sitting);
            Consistent(rounds[index], sitting);
            tallies[index] += Tally.Between(sitting.StandingBefore, sitting.Standing);
            tallies[2] += Tally.Between(sitting.ContestStandingBefore, sitting.ContestStanding);
            (sittings[index], contest) = (sitting, sitting.ContestStanding);
        }

        contest.ShouldBe(Standing.Total(rounds[0], sittings.Select(sitting => sitting.Standing).OfType<Standing>()));
        tallies.ShouldBe([Tally.Of(sittings[0].Standing), Tally.Of(sittings[1].Standing), Tally.Of(contest)]);
    }

    private static void Do(RoundRules round, Sitting sitting, Act act, long now)
    {
        var changes = A.RightAnswers(round, new AttemptId(round.Contest, sitting.Contestant, round.Number, act.Ordinal), act.Right, act.Sequence);
        var guess = new PredictionChange(act.Right, act.Sequence);
        switch (act.Kind)
        {
            case Kind.Start:
                var started = sitting.Start(now);
                (started.Attempt is null).ShouldBe(started.Refusal is not null);
                break;
            case Kind.Save:
                sitting.Save(act.Ordinal, changes, guess, now);
                break;
            case Kind.Submit:
                var submitted = sitting.Submit(act.Ordinal, changes, guess, now);
                (submitted.Attempt?.Counts ?? false).ShouldBe(submitted.Refusal is null);
                break;
            default:
                sitting.Expire(now);
                break;
        }
    }

    private static void Consistent(RoundRules round, Sitting sitting)
    {
        var attempts = sitting.Attempts;
        attempts.Count.ShouldBeLessThanOrEqualTo(round.Limit);
        attempts.Select(attempt => (int)attempt.Id.Ordinal).ShouldBe(Enumerable.Range(1, attempts.Count));
        attempts.Count(attempt => attempt.State == AttemptState.InProgress).ShouldBeLessThanOrEqualTo(1);
        attempts.All(attempt => attempt.Counts == (attempt.Grade != null) && attempt.Counts == (attempt.Submitted != null)).ShouldBeTrue();
        attempts.All(attempt => round.OpenUntil(attempt.Started) != null && attempt.Deadline <= round.OpenUntil(attempt.Started)).ShouldBeTrue();
        attempts.All(attempt => attempt.TimeTaken == null || (attempt.TimeTaken >= 0 && attempt.TimeTaken <= round.Duration)).ShouldBeTrue();
        sitting.Standing.ShouldBe(Standing.Of(round, A.Registered, attempts));
        sitting.StandingChanged.ShouldBe(sitting.Standing != sitting.StandingBefore);
    }

    private static void NothingCountedIsLost(Sitting before, Sitting after)
    {
        for (var index = 0; index < before.Attempts.Count; index++)
        {
            var (old, now) = (before.Attempts[index], after.Attempts[index]);
            if (old.Counts)
            {
                (now.State, now.Submitted, now.Grade).ShouldBe((old.State, old.Submitted, old.Grade));
                now.Answers.ToBytes().ShouldBe(old.Answers.ToBytes());
            }
        }
    }

    private enum Kind
    {
        Start,
        Save,
        Submit,
        Expire,
    }

    private sealed record Act(Kind Kind, short Ordinal, int Right, int Sequence, long Pause);
}
