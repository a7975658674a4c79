using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// Who is listed belongs to a unit that there is, and to one where units answer for their lists; and has a code where the
/// code opens the contest.
/// </summary>
internal static class ListedPeople
{
    public static void Check(ContestParts parts)
    {
        if (parts.Contest.Value is not { } contest)
        {
            return;
        }

        var units = parts.Units?.Value?.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var (list, file) in contest.Lists.Zip(parts.Lists))
        {
            var needsUnit = list.Role == ListRole.Compulsory && contest.Collective.Any(award => award.Gates.Any(gate => gate.Compulsory));
            var needsCode = contest.Registration.Method == JoinMethod.Roster && list.Role == ListRole.Roster;
            foreach (var (index, person) in file?.Value?.Index() ?? [])
            {
                if (person.Unit is { } unit && units?.Contains(unit) == false)
                {
                    file!.Scope.Add($"[{index}].unit", $"there is no unit '{unit}'", "the code of a unit of the unit list");
                }

                if (needsUnit && person.Unit is null)
                {
                    file!.Scope.Add(
                        $"[{index}]",
                        "the person has no unit, and a collective award asks whether a unit's people have all taken part",
                        "a unit in every line of a compulsory list");
                }

                if (needsCode && person.Code is null)
                {
                    file!.Scope.Add(
                        $"[{index}]",
                        "the person has no code, and people come in by the code of this list",
                        "a code in every line of a roster");
                }
            }
        }
    }
}
