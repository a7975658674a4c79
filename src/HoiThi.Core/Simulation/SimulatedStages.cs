using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>What people have in the stages so far; a stage is held from its first round to its last.</summary>
internal sealed class SimulatedStages(SimulatedContest contest, int people, ulong seed, RuleUse use)
{
    private readonly Dictionary<int, Standing?[]> held = [];
    private readonly HashSet<int> closed = [];

    /// <summary>Adds a round that everybody has taken.</summary>
    public void Add(SimulatedRound round)
    {
        foreach (var (index, _) in contest.Definition.Stages.Index().Where(stage => stage.Item.Rounds.Contains(round.Number)))
        {
            var standings = held.TryGetValue(index, out var known) ? known : held[index] = new Standing?[people];
            for (var person = 0; person < people; person++)
            {
                if (round.Standings[person] is { } standing)
                {
                    standings[person] = Standing.Sum(standings[person], before: null, standing);
                }
            }
        }
    }

    /// <summary>The stages that have come to their end with a round, in their final order.</summary>
    public IEnumerable<SimulatedRanking> Over(int round)
    {
        foreach (var (index, stage) in contest.Definition.Stages.Index().Where(stage => stage.Item.Rounds[^1] <= round && closed.Add(stage.Index)))
        {
            held.Remove(index, out var standings);
            var counts = SimulatedRound.Count(standings!, contest.DivisionCount);
            yield return SimulatedRanking.Of(contest, -1 - index, standings!, counts, [], seed, use);
        }
    }
}
