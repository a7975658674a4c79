using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>Lets one person take one round, by the same acts that the server does.</summary>
internal static class SimulatedSitting
{
    private const int Tries = 40;

    /// <summary>The round as the person leaves it; null for who does not come.</summary>
    /// <param name="seed">The simulation's.</param>
    /// <param name="person">Who.</param>
    /// <param name="rules">The round for the person's division.</param>
    /// <param name="before">What the person has so far.</param>
    /// <param name="crowd">About how large what is predicted will be, for the guesses.</param>
    /// <param name="refused">Gets a bit for each refusal met.</param>
    public static Sitting? Take(
        ulong seed, SimulatedPerson person, RoundRules rules, PersonSoFar before, long crowd, ref int refused)
    {
        var behaviour = new Behaviour(seed, person, rules, rules.Zone);
        if (!behaviour.TakesPart)
        {
            return null;
        }

        long? start = behaviour.FirstStart();
        var registered = before.Contest?.Registered ?? start.Value - 120_000;
        var sitting = new Sitting(rules, before.Id, person.Unit, registered, [], null, before.Contest, before.Elsewhere);
        for (var tries = 0; start is { } moment && tries < Tries && sitting.Attempts.Count < behaviour.Eagerness; tries++)
        {
            var outcome = sitting.Start(moment);
            if (outcome.Attempt is not { } attempt)
            {
                // A limit of the day or the window may leave room later; others do not.
                refused |= 1 << (int)outcome.Refusal!;
                start = outcome.Refusal is SittingRefusal.DayUsed or SittingRefusal.WindowUsed or SittingRefusal.WeekUsed ? behaviour.LaterStart(moment) : null;
                continue;
            }

            var ended = Answer(ref behaviour, sitting, rules, attempt, crowd);
            start = Satisfied(behaviour, sitting) ? null : behaviour.NextStart(ended);
        }

        return sitting.Attempts.Count == 0 ? null : sitting;
    }

    private static bool Satisfied(Behaviour behaviour, Sitting sitting) =>
        !behaviour.Insatiable && sitting.Attempts[^1].Grade!.Value.Perfect;

    private static long Answer(ref Behaviour behaviour, Sitting sitting, RoundRules rules, Attempt attempt, long crowd)
    {
        var paper = Paper.Draw(rules.Set(attempt.SetVersion), attempt.Id);
        var ordinal = attempt.Id.Ordinal;
        var changes = new AnswerChange[paper.Lines.Length];
        var written = new List<WrittenChange>();
        var essays = new List<(int Position, bool Good)>();
        for (var position = 0; position < changes.Length; position++)
        {
            var question = paper.QuestionAt(position);
            if (question.Choices.Count > 0)
            {
                changes[position] = new AnswerChange(position, behaviour.Tick(paper, position, ordinal), position + 1);
                continue;
            }

            // An untouched position: sequence 0 is no change.
            changes[position] = new AnswerChange(position, 0, 0);
            var knows = behaviour.Knows((int)question.Difficulty, ordinal);
            if (question.Number is { } number)
            {
                var value = knows ? number.Value : number.Value + (2 * number.Tolerance) + 1;
                written.Add(new WrittenChange(position, value.ToString(System.Globalization.CultureInfo.InvariantCulture), position + 1));
            }
            else
            {
                written.Add(new WrittenChange(position, "…", position + 1));
                essays.Add((position, knows));
            }
        }

        PredictionChange? guess = rules.Prediction is { Place: PredictionPlace.Paper }
            ? new PredictionChange(behaviour.Guess(crowd), changes.Length + 1) : null;
        var end = Send(ref behaviour, sitting, rules, attempt, changes, guess, written.ToArray());
        if (rules.Prediction is { Place: PredictionPlace.After } && behaviour.Guess(crowd) is { } number2)
        {
            sitting.Predict(ordinal, number2, end + 5_000);
        }

        foreach (var (position, good) in essays)
        {
            sitting.Mark(ordinal, position, paper.Lines[position].Point * (good ? 9 : 5) / 10);
        }

        return end;
    }

    private static long Send(
        ref Behaviour behaviour, Sitting sitting, RoundRules rules, Attempt attempt,
        AnswerChange[] changes, PredictionChange? guess, WrittenChange[] written)
    {
        if (rules.QuestionTime is { } time)
        {
            // One question after another: each is answered while it stands.
            for (var position = 0; position < changes.Length; position++)
            {
                var moment = attempt.Started + (position * time) + (long)(time * 0.6);
                sitting.Save(
                    attempt.Id.Ordinal, changes.AsSpan(position, 1), null, moment,
                    Array.FindAll(written, change => change.Position == position));
            }

            sitting.Submit(attempt.Id.Ordinal, [], guess, attempt.Deadline);
            return attempt.Deadline;
        }

        var end = Math.Min(attempt.Deadline, attempt.Started + behaviour.TimeTaken());
        sitting.Submit(attempt.Id.Ordinal, changes, guess, end, written);
        return end;
    }
}

/// <summary>What a simulated person has before a round.</summary>
/// <param name="Id">The id.</param>
/// <param name="Contest">The standing in the contest, or null.</param>
/// <param name="Elsewhere">What there is in other rounds, where the rules need it; else null.</param>
internal readonly record struct PersonSoFar(ContestantId Id, Standing? Contest, Elsewhere? Elsewhere);
