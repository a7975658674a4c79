using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A limit of attempts that another one makes unreachable would look as if it held.</summary>
internal static class AttemptLimits
{
    public static void Check(AttemptRules attempts, Scope scope)
    {
        Within("perWindow", attempts.PerWindow, "perRound", attempts.PerRound, scope);
        Within("perRound", attempts.PerRound, "perContest", attempts.PerContest, scope);
        Within("perDay", attempts.PerDay, "perWeek", attempts.PerWeek, scope);
        Within("perDay", attempts.PerDay, "perContest", attempts.PerContest, scope);
        Within("perWeek", attempts.PerWeek, "perContest", attempts.PerContest, scope);
    }

    private static void Within(string key, int? inner, string outerKey, int? outer, Scope scope)
    {
        if (inner > outer)
        {
            scope.Add(key, $"the limit of {inner} can never be reached, because '{outerKey}' is {outer}", $"at most {outer}");
        }
    }
}
