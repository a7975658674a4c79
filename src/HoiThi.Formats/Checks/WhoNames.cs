using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What a class of people is told by exists and is asked for, and somebody can be in it.</summary>
internal static class WhoNames
{
    public static void Check(Who who, Contest contest, string path, Scope scope)
    {
        Codes.Check(scope, $"{path}.divisions", "division", who.Divisions, [.. contest.Divisions.Select(division => division.Code)]);
        Codes.Check(scope, $"{path}.kinds", "kind", who.Kinds, [.. contest.Units.Kinds.Select(kind => kind.Code)]);
        Codes.Check(scope, $"{path}.blocks", "block", who.Blocks, [.. contest.Units.Blocks.Select(block => block.Code)]);
        Codes.Check(scope, $"{path}.lists", "list", who.Lists, [.. contest.Lists.Select(list => list.Code)]);
        foreach (var (index, answer) in who.Answers.Index())
        {
            FieldAnswers.Check(answer, contest.Registration, $"{path}.answers[{index}]", scope);
        }

        CheckAges(who, contest.Registration, path, scope);
        CheckUnits(who, contest.Units, path, scope);
        if (who.Lists.Count > 0 && who.Lists.All(code => contest.Lists.Any(list => list.Code == code && list.Role == ListRole.Barred)))
        {
            scope.Add(
                $"{path}.lists",
                "people on a barred list may not take part, so that nobody is in the class",
                "a list of another role");
        }
    }

    private static void CheckAges(Who who, RegistrationRules rules, string path, Scope scope)
    {
        if ((who.MinAge ?? who.MaxAge) is not null)
        {
            BirthDates.CheckAge(rules, $"{path}.{(who.MinAge is null ? "maxAge" : "minAge")}", scope);
        }

        if (who.MinAge > rules.MaxAge)
        {
            scope.Add($"{path}.minAge", $"nobody older than {rules.MaxAge} may register", $"{rules.MaxAge} or less");
        }

        if (who.MaxAge < rules.MinAge)
        {
            scope.Add($"{path}.maxAge", $"nobody younger than {rules.MinAge} may register", $"{rules.MinAge} or more");
        }
    }

    private static void CheckUnits(Who who, UnitRules units, string path, Scope scope)
    {
        var known = who.Kinds.All(code => units.Kinds.Any(kind => kind.Code == code))
            && who.Blocks.All(code => units.Blocks.Any(block => block.Code == code));
        var fitting = units.Kinds.Any(kind =>
            kind.Eligible
            && (who.Kinds.Count == 0 || who.Kinds.Contains(kind.Code, StringComparer.Ordinal))
            && (who.Blocks.Count == 0 || who.Blocks.Contains(kind.Block, StringComparer.Ordinal)));
        if (known && !fitting && units.Kinds.Any(kind => kind.Eligible))
        {
            scope.Add(
                $"{path}.{(who.Kinds.Count > 0 ? "kinds" : "blocks")}",
                "no eligible kind of unit fits, so that nobody is in the class",
                "a kind or block with 'eligible' units");
        }
    }
}
