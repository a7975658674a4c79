using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;

namespace HoiThi.Core.Simulation;

/// <summary>A contest with everything that a simulation of it needs.</summary>
/// <param name="Definition">The contest.</param>
/// <param name="Units">Its units.</param>
/// <param name="Sets">The sealed sets of each round, in the order of the rounds: one for each division.</param>
/// <param name="ListSizes">How many people stand on each list of the definition, in their order.</param>
public sealed record SimulatedContest(
    Contest Definition, UnitTree Units, ValueList<ValueList<SealedSet>> Sets, ValueList<int> ListSizes)
{
    /// <summary>How many divisions there are; 1 where all are in one.</summary>
    public int DivisionCount => Math.Max(1, Definition.Divisions.Count);

    /// <summary>The contest's zone.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Definition.TimeZone);

    /// <summary>The rules of a round (from 1) for each division.</summary>
    internal RoundRules[] RulesOf(int round) =>
        [.. Enumerable.Range(0, DivisionCount).Select(division => RoundRules.Of(Definition, 1, round, Sets[round - 1], division))];

    /// <summary>The code of a division, or null where there are none.</summary>
    internal string? DivisionCode(int division) => division < Definition.Divisions.Count ? Definition.Divisions[division].Code : null;

    /// <summary>The contest with headcounts multiplied, and size bands with them.</summary>
    internal SimulatedContest Scaled(UnitTree units, double scale) => scale <= 1 ? this : this with
    {
        Units = units,
        Definition = Definition with
        {
            Units = Definition.Units with
            {
                Sizes = Definition.Units.Sizes.Select(band => band with { From = (int)Math.Min(1_000_000, band.From * scale) }).ToValueList(),
            },
        },
    };
}
