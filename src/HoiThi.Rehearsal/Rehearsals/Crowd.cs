using HoiThi.Core.Attempts;
using HoiThi.Core.Registering;
using HoiThi.Core.Simulation;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>The people of a rehearsal: those of the simulation of the same seed, each with a form and a time to come.</summary>
public static class Crowd
{
    // The last quarter is for papers that are still written.
    private const double Coming = 0.75;

    /// <summary>Those whom the contest admits, in the order in which they come.</summary>
    /// <param name="contest">The copy.</param>
    /// <param name="plan">How many, from which seed, in which time.</param>
    /// <param name="today">The day it is, in the contest's zone.</param>
    public static List<Entrant> Of(RehearsedContest contest, RehearsalPlan plan, DateOnly today)
    {
        var population = new Population(contest.Definition, contest.Units, plan.Contestants, plan.Seed);
        var entrants = new List<Entrant>(plan.Contestants);
        for (var number = 0; number < plan.Contestants; number++)
        {
            var person = population[number];
            var form = new EntrantForm(contest, person, plan.Seed);
            var admission = Admission.Of(contest.Definition, new Registrant(contest.Definition, form.Kind, form.Values, _ => false, today), today);
            if (admission.Divisions.Count == 0)
            {
                continue;
            }

            var division = admission.Divisions[number % admission.Divisions.Count];
            var start = new Behaviour(plan.Seed, person, contest.Real, contest.Real.Zone).FirstStart();
            entrants.Add(new Entrant(person, form, division, plan.Time * (ShareOpen(contest.Real, start) * Coming)));
        }

        return [.. entrants.OrderBy(entrant => entrant.Due)];
    }

    /// <summary>How much of the time that a round is open is over at a moment in it, 0–1: nights between windows take none.</summary>
    private static double ShareOpen(RoundRules rules, long moment)
    {
        var (before, all) = (0L, 0L);
        foreach (var (opens, closes) in rules.Windows)
        {
            before += Math.Clamp(moment, opens, closes) - opens;
            all += closes - opens;
        }

        return (double)before / all;
    }
}

/// <summary>Somebody who takes part in a rehearsal.</summary>
/// <param name="Person">The simulated person.</param>
/// <param name="Form">The form to join.</param>
/// <param name="Division">The index of the division.</param>
/// <param name="Due">When, from the beginning of the rehearsal.</param>
public sealed record Entrant(SimulatedPerson Person, EntrantForm Form, int Division, TimeSpan Due);
