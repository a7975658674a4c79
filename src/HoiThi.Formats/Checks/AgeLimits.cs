using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>The limits of age are in order, and something tells the age.</summary>
internal static class AgeLimits
{
    public static void Check(RegistrationRules rules, Scope scope)
    {
        if (rules.MinAge > rules.MaxAge)
        {
            scope.Add("maxAge", $"nobody is at least {rules.MinAge} and at most {rules.MaxAge} years old", $"{rules.MinAge} or more");
        }

        if ((rules.MinAge ?? rules.MaxAge) is not null)
        {
            BirthDates.CheckAge(rules, rules.MinAge is null ? "maxAge" : "minAge", scope);
        }
    }
}
