using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Who comes in by a roster has to be on one.</summary>
internal static class Rosters
{
    public static void Check(Contest contest, Scope scope)
    {
        if (contest.Registration.Method == JoinMethod.Roster && !contest.Lists.Any(list => list.Role == ListRole.Roster))
        {
            scope.Add("registration.method", "the method is roster, and no list has that role", "a list of the role roster");
        }
    }
}
