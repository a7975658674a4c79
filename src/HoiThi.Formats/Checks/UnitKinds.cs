using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>Every unit is of a kind the contest has, and some unit's people may register.</summary>
internal static class UnitKinds
{
    public static void Check(ContestBundle bundle, BundleFindings findings)
    {
        var kinds = bundle.Contest.Units.Kinds;
        var known = kinds.Select(kind => kind.Code).ToList();
        foreach (var (index, unit) in bundle.Units.Index())
        {
            Known.Check(findings.Units, $"units[{index}].kind", "kind", unit.Kind, known);
        }

        var eligible = kinds.Where(kind => kind.Eligible).Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
        if (!bundle.Units.Any(unit => eligible.Contains(unit.Kind)))
        {
            findings.Units.Add("", "no unit is of an eligible kind, so nobody could register", "at least one such unit");
        }
    }
}
