using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What depends on somebody's age or day of birth has to know it.</summary>
internal static class BirthDates
{
    /// <summary>
    /// The rule for ages. The digits of an identity number tell the year of birth (Circular 59/2021/TT-BCA art. 4): who
    /// may or may not have had the birthday yet is taken to be of the fitting age, so a birth date is better.
    /// </summary>
    public static void CheckAge(RegistrationRules rules, string path, Scope scope)
    {
        if (!rules.Fields.Any(field => field is
            {
                Type: FieldType.BirthDate or FieldType.CitizenId or FieldType.IdentityDocument,
                Required: true,
                Ask: FieldAsk.Before,
            }))
        {
            scope.Add(
                path,
                "the rule needs an age, and nothing that is asked for tells it",
                "a required field of type birth-date, or of type citizen-id or identity-document (the year of birth alone), asked before");
        }
    }

    /// <summary>The rule for prizes to the youngest and the oldest, whom only a day tells apart.</summary>
    public static void CheckDay(RegistrationRules rules, string path, Scope scope)
    {
        if (!rules.Fields.Any(field => field is { Type: FieldType.BirthDate, Required: true }))
        {
            scope.Add(path, "the prize goes by the day of birth, and nobody is asked for it", "a required field of type birth-date");
        }
    }
}
