using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Core.Simulation;

/// <summary>
/// Made-up contestants in the units of a contest. Only how many there are in each unit is kept; who they are follows
/// from the seed and their number, so a million of them need no memory.
/// </summary>
public sealed class Population
{
    private const int ZealSubject = -1;
    private readonly ulong seed;
    private readonly int[] starts;
    private readonly Births births;

    /// <summary>Spreads people over the units: by headcount, some units with more zeal than others, none above its headcount.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="units">Its units.</param>
    /// <param name="people">How many, 1–10,000,000.</param>
    /// <param name="seed">The same seed gives the same people.</param>
    /// <exception cref="ArgumentException">No unit may take part.</exception>
    public Population(Contest contest, UnitTree units, int people, ulong seed)
    {
        this.seed = seed;
        births = Births.Of(contest);
        var wanted = WantedOf(contest, units, seed);
        var sum = wanted.Sum();
        if (sum <= 0)
        {
            throw new ArgumentException("No unit of the contest may take part.", nameof(units));
        }

        Scale = people / sum;
        starts = new int[units.Count + 2];
        var exact = 0.0;
        for (var unit = 1; unit <= units.Count; unit++)
        {
            exact += wanted[unit] * Scale;
            starts[unit + 1] = unit == units.Count ? people : Math.Min(people, (int)Math.Round(exact));
        }

        Units = Scale <= 1 ? units : Scaled(units);
    }

    /// <summary>
    /// The units as the simulation counts against them: where more people were asked for than the units can send, all
    /// headcounts are multiplied by <see cref="Scale"/>.
    /// </summary>
    public UnitTree Units { get; }

    /// <summary>People drawn for each that the units would send by themselves; above 1 headcounts are multiplied by it.</summary>
    public double Scale { get; }

    /// <summary>How many people there are.</summary>
    public int Count => starts[^1];

    /// <summary>How many people the units would send by themselves; null where no headcount is known.</summary>
    public static int? Expected(Contest contest, UnitTree units, ulong seed) =>
        units.Headcount > 0 ? (int)Math.Min(Simulator.MostPeople, WantedOf(contest, units, seed).Sum()) : null;

    /// <summary>The number of the unit of person <paramref name="number"/> (from 0).</summary>
    public int UnitOf(int number)
    {
        // The last unit that starts at or before the number; units without people start where the next one does.
        var (low, high) = (1, starts.Length - 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= number ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Person <paramref name="number"/>, from 0.</summary>
    public SimulatedPerson this[int number] => SimulatedPerson.Draw(seed, number, UnitOf(number), births);

    // How many people each unit would send: its headcount by a share that units under one roof nearly have in common; a few
    // send everybody and a few nobody. Without any headcount all units are alike.
    private static double[] WantedOf(Contest contest, UnitTree units, ulong seed)
    {
        var eligible = contest.Units.Kinds.Where(kind => kind.Eligible).Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        var counted = units.Headcount > 0;
        var wanted = new double[units.Count + 1];
        for (var unit = 1; unit <= units.Count; unit++)
        {
            if (!eligible.Contains(units[unit].Kind))
            {
                continue;
            }

            var roof = new Dice(seed, units.TopOf(unit), ZealSubject).Next();
            var dice = new Dice(seed, unit, ZealSubject - 1);
            var share = dice.Next() switch { < 0.02 => 0, < 0.06 => 1, _ => Math.Clamp(0.25 + (roof * 0.6) + (dice.Next() * 0.3) - 0.15, 0.02, 1) };
            wanted[unit] = (counted ? units[unit].Headcount : 1) * share;
        }

        return wanted;
    }

    private UnitTree Scaled(UnitTree units) => new(units.Units
        .Select(unit => unit with { Headcount = (int)Math.Min(1_000_000, Math.Ceiling(unit.Headcount * Scale)) })
        .ToValueList());
}
