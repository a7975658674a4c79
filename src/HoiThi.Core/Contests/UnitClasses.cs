using HoiThi.Core.Units;

namespace HoiThi.Core.Contests;

/// <summary>The block, size band and participation target of each unit.</summary>
public sealed class UnitClasses(UnitRules rules, UnitTree tree)
{
    private readonly Dictionary<string, UnitKind> kinds = rules.Kinds.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of a unit.</summary>
    /// <param name="unit">The unit's number, from 1.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public UnitKind KindOf(int unit) => kinds.TryGetValue(tree[unit].Kind, out var kind)
        ? kind
        : throw new ArgumentException($"There is no kind {tree[unit].Kind}.", nameof(unit));

    /// <summary>The size band of a unit by its headcount, units below included; null below the smallest or without bands.</summary>
    /// <param name="unit">The unit's number, from 1.</param>
    public SizeBand? SizeOf(int unit) => rules.Sizes.LastOrDefault(band => tree.SubtreeHeadcountOf(unit) >= band.From);

    /// <summary>The share of headcount that a unit owes, in percent: of the first target that fits; null where none does.</summary>
    /// <param name="unit">The unit's number, from 1.</param>
    public int? TargetOf(int unit)
    {
        var (kind, size) = (tree[unit].Kind, SizeOf(unit)?.Code);
        return rules.Targets.FirstOrDefault(target => Allows(target.Kinds, kind) && Allows(target.Sizes, size))?.Percent;
    }

    internal static bool Allows(ValueList<string> codes, string? code) =>
        codes.Count == 0 || (code is not null && codes.Contains(code, StringComparer.Ordinal));
}
