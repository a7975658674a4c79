using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>A round that everybody has taken.</summary>
/// <param name="Number">The round's number.</param>
/// <param name="Rules">The rules of each division.</param>
/// <param name="Standings">The standing of each person, by number; null for who did not come.</param>
/// <param name="Counts">Counts of each division.</param>
internal sealed record SimulatedRound(int Number, RoundRules[] Rules, Standing?[] Standings, Tally[] Counts)
{
    private const double Turnout = 0.85;

    /// <summary>Lets everybody take the round.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="number">The round's number.</param>
    /// <param name="crowd">The people.</param>
    /// <param name="seed">The simulation's.</param>
    /// <param name="soFar">The standings in the contest, which the round changes.</param>
    /// <param name="elsewhere">What people have in the rounds before, where a rule asks for it; else null.</param>
    /// <param name="use">Is told which limits were met.</param>
    public static SimulatedRound Run(
        SimulatedContest contest, int number, SimulatedCrowd crowd, ulong seed, Standing?[] soFar, Elsewhere?[]? elsewhere, RuleUse use)
    {
        var rules = contest.RulesOf(number);
        var guessed = Array.ConvertAll(rules, each => Expected(each, crowd.Count));
        var standings = new Standing?[crowd.Count];
        var refused = new int[rules.Length];
        crowd.Each(person =>
        {
            if (crowd.DivisionOf(person) is not { } division)
            {
                return;
            }

            var before = new PersonSoFar(crowd.IdOf(person), soFar[person], elsewhere is null ? null : elsewhere[person] ?? new Elsewhere(0, []));
            var met = 0;
            var sitting = SimulatedSitting.Take(seed, crowd[person], rules[division], before, guessed[division], ref met);
            if (met != 0)
            {
                Interlocked.Or(ref refused[division], met);
            }

            if (sitting is null)
            {
                return;
            }

            standings[person] = sitting.Standing;
            soFar[person] = sitting.ContestStanding;
            if (elsewhere is not null && sitting.Standing is { } standing)
            {
                var others = before.Elsewhere!;
                elsewhere[person] = new Elsewhere(
                    others.Attempts + (rules[division].Practice ? 0 : sitting.Attempts.Count), [.. others.Standings, standing]);
            }
        });
        for (var division = 0; division < rules.Length; division++)
        {
            Limits(use, contest.DivisionCode(division), rules[division].Attempts, refused[division]);
        }

        return new SimulatedRound(number, rules, standings, Count(standings, rules.Length));
    }

    /// <summary>Counts of each division.</summary>
    public static Tally[] Count(Standing?[] standings, int divisions)
    {
        var counts = new Tally[divisions];
        foreach (var standing in standings)
        {
            if (standing is not null)
            {
                counts[standing.Division] += Tally.Of(standing);
            }
        }

        return counts;
    }

    // About as many as people think of who guess: a rough idea of the truth, for nobody knows it yet.
    private static long Expected(RoundRules rules, int people) => rules.Prediction?.Object switch
    {
        PredictionObject.PerfectPeople or PredictionObject.PerfectAttempts => (long)(people * Turnout * 0.2),
        PredictionObject.Attempts => (long)(people * Turnout * 1.3),
        _ => (long)(people * Turnout),
    };

    private static void Limits(RuleUse use, string? division, AttemptRules limits, int refused)
    {
        Seen(limits.PerRound, "a round", SittingRefusal.RoundUsed);
        Seen(limits.PerDay, "a day", SittingRefusal.DayUsed);
        Seen(limits.PerWindow, "a window", SittingRefusal.WindowUsed);
        Seen(limits.PerWeek, "a week", SittingRefusal.WeekUsed);
        Seen(limits.PerContest, "the contest", SittingRefusal.ContestUsed);

        void Seen(int? most, string of, SittingRefusal refusal)
        {
            if (most is not null)
            {
                use.Seen($"the limit of {most} attempts {of}{Words.Of(division)}: nobody met it", (refused & (1 << (int)refusal)) != 0);
            }
        }
    }
}
