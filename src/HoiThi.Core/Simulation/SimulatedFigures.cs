using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>Counts what collective awards are computed from.</summary>
internal static class SimulatedFigures
{
    /// <summary>The figures of each unit, by its number.</summary>
    public static UnitFigures[] Count(SimulatedContest contest, SimulatedCrowd crowd, Standing?[] standings, Dictionary<int, List<int>> prizes)
    {
        var counts = new Tally[contest.Units.Count + 1];
        var compulsory = new Share[contest.Units.Count + 1];
        var registered = new long[counts.Length];
        var best = new BestScores(contest.Definition);
        var lists = contest.Definition.Lists.Where(list => list.Role == ListRole.Compulsory).Select(list => list.Code).ToArray();
        for (var number = 0; number < standings.Length; number++)
        {
            var unit = crowd[number].Unit;
            registered[unit] += crowd.DivisionOf(number) is null ? 0 : 1;
            if (lists.Length > 0 && crowd.FactsOf(number) is var facts && Array.Exists(lists, facts.IsOn))
            {
                compulsory[unit] += new Share(standings[number] is null ? 0 : 1, 1);
            }

            if (standings[number] is not { } standing)
            {
                continue;
            }

            counts[unit] += Tally.Of(standing);
            best.Add(unit, standing.Score);
        }

        return
        [
            .. Enumerable.Range(0, counts.Length).Select(unit => new UnitFigures(
                counts[unit],
                compulsory[unit],
                prizes.TryGetValue(unit, out var won) ? won.ToValueList() : [],
                Publicity: 0,
                best.Of(unit),
                registered[unit])),
        ];
    }
}
