using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>The form asks for one full name and one unit, both required, and names every field differently.</summary>
internal static class RegistrationForm
{
    public static void Check(Contest contest, Findings findings)
    {
        var fields = contest.Registration.Fields;
        Unique.Check(findings, fields.Select(field => field.Code), index => $"registration.fields[{index}].code", "field");
        ExactlyOne(fields, FieldType.FullName, "full-name", findings);
        ExactlyOne(fields, FieldType.Unit, "unit", findings);
    }

    private static void ExactlyOne(ValueList<RegistrationField> fields, FieldType type, string word, Findings findings)
    {
        var expected = $"exactly one required field of type {word}";
        var places = Enumerable.Range(0, fields.Count).Where(index => fields[index].Type == type).ToList();
        if (places.Count == 0)
        {
            findings.Add("registration.fields", $"no field has the type {word}", expected);
        }

        foreach (var index in places.Skip(1))
        {
            findings.Add($"registration.fields[{index}].type", $"a second field has the type {word}", expected);
        }

        foreach (var index in places.Take(1).Where(index => !fields[index].Required))
        {
            findings.Add($"registration.fields[{index}].required", $"the field of type {word} may be left empty", expected);
        }
    }
}
