using CsCheck;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Tests.Attempts;

/// <summary>
/// Contestants and organisers at one contestant's sittings in three rounds, one of them for practice: whatever they do and
/// however often, what is kept up equals a recount, limits hold, and doing anything twice is doing it once.
/// </summary>
public class OrganiserLaws
{
    private static readonly Gen<Act> Acts = Gen.Select(
        Gen.Int[0, 2], Gen.Enum<Kind>(), Gen.Short[1, 4], Gen.Int[0, 5], Gen.Int[1, 6], Gen.Long[0, 10 * A.Minute],
        (round, kind, ordinal, number, sequence, pause) => new Act(round, kind, ordinal, number, sequence, pause));

    private static readonly Gen<RoundRules[]> Rounds = Gen.Select(
        Gen.Enum<Counting>(), Gen.Int[1, 3], Gen.Int[1, 5], Gen.Enum<PredictionPlace>(), Gen.Enum<PredictionScope>(), Gen.Bool, RulesOf);

    [Fact]
    public void Standings_tallies_and_limits_hold_whatever_organisers_do() =>
        Gen.Select(Rounds, Acts.Array[0, 60]).Sample(Play, iter: 2_000);

    private static RoundRules[] RulesOf(Counting counts, int perRound, int perContest, PredictionPlace place, PredictionScope scope, bool change)
    {
        var set = A.Set([.. A.Questions(2), A.Essay("e") with { Point = 300 }, A.Number("n", 5)], []);
        return [.. new short[] { 1, 2, 3 }.Select(number => A.Round(number, set: set, attempts: new AttemptRules(perRound, counts, PerContest: perContest)) with
        {
            Practices = [3],
            ContestGuesses = scope == PredictionScope.Contest ? [1, 2] : [],
            Prediction = new PredictionRules(A.Text("?"), PredictionObject.Attempts, scope, Place: place),
            ChangeAnswers = change,
        })];
    }

    private static void Play(RoundRules[] rounds, Act[] acts)
    {
        var sittings = rounds.Select(round => A.Sitting(round)).ToArray();
        Standing? contest = null;
        var tallies = new Tally[4];
        var now = A.Opens;
        foreach (var act in acts)
        {
            now += act.Pause;
            var others = sittings.Where((_, index) => index != act.Round).ToArray();
            var elsewhere = new Elsewhere(
                sittings.Where((_, index) => index != act.Round && index != 2).Sum(sitting => sitting.Attempts.Count(attempt => attempt.Uses)),
                others.Select(sitting => sitting.Standing).OfType<Standing>().ToValueList());
            var sitting = A.Loaded(rounds[act.Round], sittings[act.Round], contest, elsewhere);
            var first = Do(rounds[act.Round], sitting, act, now);
            var after = State(sitting);
            var again = A.Loaded(rounds[act.Round], sitting, sitting.ContestStanding, elsewhere);
            Do(rounds[act.Round], again, act, now).ShouldBe(first);
            State(again).ShouldBe(after);
            again.StandingChanged.ShouldBeFalse();

            tallies[act.Round + 1] += Tally.Between(sitting.StandingBefore, sitting.Standing);
            tallies[0] += Tally.Between(contest, sitting.ContestStanding);
            (sittings[act.Round], contest) = (sitting, sitting.ContestStanding);
            Consistent(rounds, sittings, contest, tallies);
        }
    }

    private static SittingRefusal? Do(RoundRules round, Sitting sitting, Act act, long now)
    {
        var changes = A.RightAnswers(round, new AttemptId(round.Contest, sitting.Contestant, round.Number, act.Ordinal), act.Number % 3, act.Sequence);
        var written = new WrittenChange[] { new(0, $"{act.Number}", act.Sequence), new(2, $"{act.Number}", act.Sequence), new(3, "5", act.Sequence) };
        var guess = new PredictionChange(act.Number, act.Sequence);
        return act.Kind switch
        {
            Kind.Start => sitting.Start(now).Refusal,
            Kind.Save => sitting.Save(act.Ordinal, changes, guess, now, written).Refusal,
            Kind.Submit => sitting.Submit(act.Ordinal, changes, guess, now, written).Refusal,
            Kind.Predict => sitting.Predict(act.Ordinal, act.Number, now).Refusal,
            Kind.Mark => sitting.Mark(act.Ordinal, EssayIn(round, sitting, act.Ordinal), act.Number * 70).Refusal,
            Kind.Void => sitting.Void(act.Ordinal).Refusal,
            _ => sitting.GiveBack(act.Ordinal).Refusal,
        };
    }

    private static int EssayIn(RoundRules round, Sitting sitting, short ordinal)
    {
        var paper = Core.Papers.Paper.Draw(round.Sets[0], new AttemptId(round.Contest, sitting.Contestant, round.Number, ordinal));
        return Array.FindIndex(paper.Lines, line => paper.Set.Questions[line.Question].Essay is not null);
    }

    private static void Consistent(RoundRules[] rounds, Sitting[] sittings, Standing? contest, Tally[] tallies)
    {
        for (var index = 0; index < rounds.Length; index++)
        {
            sittings[index].Standing.ShouldBe(Standing.Of(rounds[index], A.Registered, sittings[index].Attempts));
            tallies[index + 1].ShouldBe(Tally.Of(sittings[index].Standing));
            sittings[index].Attempts.Count(attempt => attempt.Uses).ShouldBeLessThanOrEqualTo(rounds[index].Limit);
        }

        contest.ShouldBe(Standing.Total(rounds[0], sittings.Select(sitting => sitting.Standing).OfType<Standing>()));
        tallies[0].ShouldBe(Tally.Of(contest));
        (contest?.Attempts ?? 0).ShouldBe(sittings[0].Attempts.Count(attempt => attempt.Counts) + sittings[1].Attempts.Count(attempt => attempt.Counts));
        sittings.Take(2).Sum(sitting => sitting.Attempts.Count(attempt => attempt.Uses)).ShouldBeLessThanOrEqualTo(rounds[0].Attempts.PerContest!.Value);
    }

    private static string State(Sitting sitting) => string.Join('\n', sitting.Attempts.Select(attempt =>
        $"{attempt.Id.Ordinal} {attempt.State} {attempt.Submitted} {attempt.Grade} {attempt.Answers.Prediction} "
        + $"{Convert.ToHexString(attempt.Answers.ToBytes())} {Convert.ToHexString(attempt.Answers.WrittenToBytes() ?? [])} {string.Join(',', attempt.Marks ?? [])}"))
        + $"\n{sitting.Standing}\n{sitting.ContestStanding}";

    private enum Kind
    {
        Start,
        Save,
        Submit,
        Predict,
        Mark,
        Void,
        GiveBack,
    }

    private sealed record Act(int Round, Kind Kind, short Ordinal, int Number, int Sequence, long Pause);
}
