using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Somebody can be in each division, and everything that decides it is known when joining.</summary>
internal static class Divisions
{
    public static void Check(Contest contest, Scope scope)
    {
        foreach (var (index, division) in contest.Divisions.Index())
        {
            if (division.Who is { } who)
            {
                Check(who, contest, $"divisions[{index}].who", scope);
            }
        }

        NeverReached(contest, scope);
    }

    private static void Check(Who who, Contest contest, string path, Scope scope)
    {
        WhoNames.Check(who, contest, path, scope);
        if (who.Divisions.Count > 0)
        {
            scope.Add($"{path}.divisions", "a division would be told by divisions, which are not known yet", "other conditions");
        }

        foreach (var (index, answer) in who.Answers.Index())
        {
            var field = contest.Registration.Fields.FirstOrDefault(each => each.Code == answer.Field);
            if (field is { Required: false } or { Ask: FieldAsk.After })
            {
                scope.Add(
                    $"{path}.answers[{index}].field",
                    $"the field '{field.Code}' may be empty when people join, and their division is fixed then",
                    "a required field that is asked before");
            }
        }
    }

    /// <summary>Who fits a division by its conditions is in it, so that none is left behind one that is for everybody.</summary>
    private static void NeverReached(Contest contest, Scope scope)
    {
        var (place, all) = contest.Divisions.Index().FirstOrDefault(own => own.Item is { Who: null, Chosen: false });
        if (all is null)
        {
            return;
        }

        foreach (var (index, division) in contest.Divisions.Index().Where(own => own.Item.Chosen || own.Index > place))
        {
            scope.Add(
                $"divisions[{index}]",
                $"nobody can be in the division '{division.Code}': everybody fits '{all.Code}'",
                $"'who' in '{all.Code}', or that one last and none to choose");
        }
    }
}
