using HoiThi.Core.Participation;

namespace HoiThi.Core.Collective;

/// <summary>What collective awards count of one unit, without the units below it.</summary>
/// <param name="Counts">Counts of the contest.</param>
/// <param name="Compulsory">People on compulsory lists: how many took part, of how many.</param>
/// <param name="Prizes">How many individual prizes its people won, by their place in their list: first prizes, second, …</param>
/// <param name="Publicity">Points that the organisers entered, in hundredths.</param>
/// <param name="BestScores">The points of its best people over the contest in hundredths, best first: as many as any award sums.</param>
/// <param name="Registered">How many people have registered.</param>
public sealed record UnitFigures(
    Tally Counts, Share Compulsory, ValueList<int> Prizes, long Publicity, ValueList<int> BestScores, long Registered = 0)
{
    /// <summary>A unit of which nothing is known.</summary>
    public static UnitFigures None { get; } = new(default, default, [], 0, []);

    /// <summary>Several units as one.</summary>
    public static UnitFigures Sum(IReadOnlyCollection<UnitFigures> units) => new(
        units.Aggregate(default(Tally), (sum, unit) => sum + unit.Counts),
        units.Aggregate(default(Share), (sum, unit) => sum + unit.Compulsory),
        Enumerable.Range(0, units.Max(unit => unit.Prizes.Count))
            .Select(index => units.Sum(unit => unit.Prizes.ElementAtOrDefault(index))).ToValueList(),
        units.Sum(unit => unit.Publicity),
        units.SelectMany(unit => unit.BestScores).OrderDescending().ToValueList(),
        units.Sum(unit => unit.Registered));
}
