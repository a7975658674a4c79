namespace HoiThi.Formats.Checks;

/// <summary>Every unit is of a kind the contest has, and some unit's people may register.</summary>
internal static class UnitKinds
{
    public static void Check(ContestParts parts)
    {
        if (parts.Contest.Value is not { } contest || parts.Units is not { Value: { } units } file)
        {
            return;
        }

        var known = contest.Units.Kinds.Select(kind => kind.Code).ToList();
        foreach (var (index, unit) in units.Index())
        {
            Known.Check(file.Scope, $"[{index}].kind", "kind", unit.Kind, known);
        }

        var eligible = contest.Units.Kinds.Where(kind => kind.Eligible).Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        if (eligible.Count > 0 && !units.Any(unit => eligible.Contains(unit.Kind)))
        {
            file.Scope.Add("", "no unit is of an eligible kind, so nobody could register", "at least one such unit");
        }
    }
}
