using HoiThi.Core.Attempts;
using HoiThi.Core.Simulation;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>What a round asks of a server: the busiest minute of it, as the simulation has people come.</summary>
/// <param name="People">How many take part.</param>
/// <param name="PerMinute">How many attempts are begun in the busiest minute.</param>
/// <param name="Busiest">When that minute begins.</param>
public sealed record Demand(int People, int PerMinute, DateTimeOffset Busiest)
{
    private const long Minute = 60_000;

    /// <summary>Counts the attempts of a population in a round.</summary>
    /// <param name="population">As many people as are expected.</param>
    /// <param name="rules">The real round, by its own calendar.</param>
    /// <param name="seed">The same seed gives the same demand.</param>
    public static Demand Of(Population population, RoundRules rules, ulong seed)
    {
        var minutes = new Dictionary<long, int>();
        var people = 0;
        for (var number = 0; number < population.Count; number++)
        {
            var behaviour = new Behaviour(seed, population[number], rules, rules.Zone);
            if (!behaviour.TakesPart)
            {
                continue;
            }

            people++;
            long? start = behaviour.FirstStart();
            for (var attempt = Attempts(behaviour, rules); start is { } moment && attempt > 0; attempt--)
            {
                minutes[moment / Minute] = minutes.GetValueOrDefault(moment / Minute) + 1;
                start = behaviour.NextStart(moment + behaviour.TimeTaken());
            }
        }

        var busiest = minutes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).FirstOrDefault();
        var begins = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(busiest.Key * Minute), rules.Zone);
        return new Demand(people, busiest.Value, begins);
    }

    /// <summary>How many attempts somebody makes whom the rules let.</summary>
    internal static int Attempts(Behaviour behaviour, RoundRules rules)
    {
        int?[] limits = [rules.Attempts.PerRound, rules.Attempts.PerContest, rules.Attempts.PerWeek, rules.Attempts.PerDay, rules.Attempts.PerWindow];
        return limits.Min(limit => limit ?? int.MaxValue) is var most ? Math.Min(behaviour.Eagerness, most) : 0;
    }
}
