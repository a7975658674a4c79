using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Simulation;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>What one entrant does, as the simulation would have it, over HTTP: joins, sits as often as the habit and the rules say, thinks.</summary>
/// <param name="contest">The copy.</param>
/// <param name="plan">How fast time goes.</param>
/// <param name="entrant">Who.</param>
internal sealed class EntrantVisit(RehearsedContest contest, RehearsalPlan plan, Entrant entrant)
{
    private readonly Core.Attempts.RoundRules rules = contest.Divisions[entrant.Division];

    // Not readonly: each of its answers is the next number of its dice.
    private Behaviour behaviour = new(plan.Seed, entrant.Person, contest.Divisions[entrant.Division], contest.Real.Zone);

    /// <summary>Makes the visit; every reply is checked.</summary>
    public async Task Run(Visitor visitor, Recorder recorder)
    {
        var definition = contest.Definition;
        var set = rules.CurrentSet;
        var journey = new Journey(visitor, new Target(definition.Slug, rules.Number, set), recorder);
        var division = entrant.Division < definition.Divisions.Count ? definition.Divisions[entrant.Division].Code : null;
        await journey.Home();
        await journey.Join(token => entrant.Form.Encode(token, division));
        var attempts = Demand.Attempts(behaviour, rules);
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            await journey.RoundPage();
            await journey.Start();
            await journey.Paper();
            var ordinal = attempt;
            var answers = journey.Answer((paper, position) => Tick(paper, position, ordinal));
            await Think(journey, answers);
            await journey.Submit(rules.Prediction is { Place: PredictionPlace.Paper } ? behaviour.Guess(plan.Contestants) : null);
            await journey.Result(definition.Publication.Result == Moment.AtOnce && !set.HasWritten ? answers.Grade : null);
            if (answers.Grade.Perfect && !behaviour.Insatiable)
            {
                break;
            }
        }

        await journey.Standings();
    }

    /// <summary>Answers part by part in the time that the person takes, pressed as the rehearsal is.</summary>
    private async Task Think(Journey journey, Answers answers)
    {
        var longest = Math.Min(rules.Duration, plan.Time.TotalMilliseconds / 4);
        var pause = TimeSpan.FromMilliseconds(behaviour.TimeTaken() * (longest / rules.Duration) / Journey.Saves);
        for (var part = 0; part < Journey.Saves; part++)
        {
            await Task.Delay(pause);
            await journey.Save(answers, part);
        }
    }

    // What is written (a number, an essay) stays empty: markers are not rehearsed.
    private byte Tick(Paper paper, int position, int ordinal) =>
        paper.QuestionAt(position).Choices.Count == 0 ? (byte)0 : behaviour.Tick(paper, position, ordinal);
}
