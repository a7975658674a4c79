using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What a round says of a division is about one that the contest has.</summary>
internal static class RoundDivisions
{
    public static void Check(Contest contest, Scope scope)
    {
        var known = contest.Divisions.Select(division => division.Code).ToList();
        foreach (var (index, round) in contest.Rounds.Index())
        {
            foreach (var (place, own) in round.Divisions.Index())
            {
                Known.Check(scope, $"rounds[{index}].divisions[{place}].division", "division", own.Division, known);
            }
        }
    }
}
