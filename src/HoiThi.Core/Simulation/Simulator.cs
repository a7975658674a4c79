using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>
/// Plays a contest with made-up people through the same rules as the real one: everybody registers, sits, is ranked, wins.
/// The same contest, number of people and seed give the same report, on however many threads.
/// </summary>
/// <remarks>
/// One round's standings are held at a time beside the contest's; more only where rules ask for them (predictions about the
/// whole contest, prizes of which only the higher is kept).
/// </remarks>
public static class Simulator
{
    /// <summary>The most people of one simulation.</summary>
    public const int MostPeople = 10_000_000;

    /// <summary>Plays the contest.</summary>
    /// <param name="real">The contest.</param>
    /// <param name="people">How many people are drawn, 1–<see cref="MostPeople"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="threads">How many threads work at it.</param>
    /// <param name="played">Told after each round how many have been played; null where nobody waits.</param>
    /// <exception cref="ArgumentException">No unit of the contest may take part.</exception>
    public static SimulationReport Run(SimulatedContest real, int people, ulong seed, int threads, Action<int>? played = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, MostPeople);
        var population = new Population(real.Definition, real.Units, people, seed);
        var contest = real.Scaled(population.Units, population.Scale);
        var crowd = new SimulatedCrowd(contest, population, seed, threads);
        var use = new RuleUse();
        var prizes = new SimulatedPrizes(contest, crowd, seed, use);
        var standings = new Standing?[people];
        var elsewhere = NeedsElsewhere(contest) ? new Elsewhere?[people] : null;
        var reports = new List<RoundReport>();
        var waiting = new List<SimulatedRound>();
        var stages = new SimulatedStages(contest, people, seed, use);
        foreach (var number in contest.Definition.Rounds.Select(round => round.Number))
        {
            var round = SimulatedRound.Run(contest, number, crowd, seed, standings, elsewhere, use);
            stages.Add(round);
            played?.Invoke(number);
            if (SimulatedRanking.Waits(contest, number))
            {
                waiting.Add(round);
                continue;
            }

            var ranking = SimulatedRanking.Of(contest, number, round.Standings, round.Counts, [], seed, use);
            reports.AddRange(prizes.Close([ranking, .. waiting.Count == 0 ? stages.Over(number) : []], last: false));
        }

        var all = SimulatedRound.Count(standings, contest.DivisionCount);
        var rest = waiting.Select(round => SimulatedRanking.Of(contest, round.Number, round.Standings, round.Counts, all, seed, use))
            .Concat(stages.Over(contest.Definition.Rounds.Count))
            .Append(SimulatedRanking.Of(contest, 0, standings, all, all, seed, use));
        reports.AddRange(prizes.Close(rest, last: true));
        var units = new SimulatedUnits(contest, SimulatedFigures.Count(contest, crowd, standings, prizes.OfUnits), use);
        var report = new SimulationReport(
            contest.Definition.Slug,
            people,
            seed,
            population.Scale,
            crowd.RefusedCount,
            reports.OrderBy(round => round.Round switch { 0 => 2, < 0 => 1, _ => 0 }).ThenBy(round => Math.Abs(round.Round)).ToValueList(),
            units.Targets(),
            units.Collective(),
            use.Never,
            []);
        return report with { Warnings = Unfair.In(report, contest.Definition) };
    }

    // Starts and submissions need it where the rules say so, marks of essays always.
    private static bool NeedsElsewhere(SimulatedContest contest) => contest.Sets.Any(sets => sets.Any(set => set.HasEssays))
        || contest.Definition.Rounds.Any(round => Array.Exists(contest.RulesOf(round.Number), rules => rules.NeedsElsewhere));
}
