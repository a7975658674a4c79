using System.Text.RegularExpressions;
using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A text can have a pattern, one that is matched in linear time whatever is typed.</summary>
internal static class FieldPatterns
{
    public static void Check(RegistrationField field, Scope scope)
    {
        if (field.Pattern is null)
        {
            return;
        }

        if (field.Type != FieldType.Text)
        {
            scope.Add("pattern", $"the field '{field.Code}' has a pattern", "a pattern only where the type is text");
            return;
        }

        try
        {
            _ = new Regex(field.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            scope.Add("pattern", $"'{field.Pattern}' is not a regular expression", "one as in ^[A-Z]{2}[0-9]{4}$");
        }
        catch (NotSupportedException)
        {
            scope.Add(
                "pattern",
                $"'{field.Pattern}' looks ahead, behind or back",
                "a regular expression without (?=…), (?<=…), (?>…) and \\1");
        }
    }
}
