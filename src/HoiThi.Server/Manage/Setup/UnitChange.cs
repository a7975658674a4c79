using HoiThi.Core;
using HoiThi.Core.Units;

namespace HoiThi.Server.Manage.Setup;

/// <summary>What becomes of a unit when a list is taken in.</summary>
/// <param name="Before">The unit as it is; null: it is new.</param>
/// <param name="After">The unit as it would be; null: it would be gone.</param>
public sealed record UnitChange(Unit? Before, Unit? After)
{
    /// <summary>Every unit that differs: new ones, changed ones, those that are gone.</summary>
    public static ValueList<UnitChange> Between(ValueList<Unit> before, ValueList<Unit> after)
    {
        var old = before.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        var next = after.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        return
        [
            .. after.Where(unit => !Equals(old.GetValueOrDefault(unit.Code), unit)).Select(unit => new UnitChange(old.GetValueOrDefault(unit.Code), unit)),
            .. before.Where(unit => !next.ContainsKey(unit.Code)).Select(unit => new UnitChange(unit, null)),
        ];
    }

    /// <summary>As the audit log has it.</summary>
    public override string ToString() => $"{(Before ?? After)!.Code}: {Words(Before)} → {Words(After)}";

    private static string Words(Unit? unit) => unit is null ? "–" : $"{unit.Name.Vi}, {unit.Kind}, {unit.Parent ?? "·"}, {unit.Headcount}";
}
