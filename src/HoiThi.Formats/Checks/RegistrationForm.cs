using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>The form asks for exactly one full name and one unit, both required.</summary>
internal static class RegistrationForm
{
    public static void Check(RegistrationRules rules, Scope scope)
    {
        ExactlyOne(rules, FieldType.FullName, "full-name", scope);
        ExactlyOne(rules, FieldType.Unit, "unit", scope);
    }

    private static void ExactlyOne(RegistrationRules rules, FieldType type, string word, Scope scope)
    {
        var expected = $"exactly one required field of type {word}";
        var places = rules.Fields.Index().Where(field => field.Item.Type == type).ToList();
        if (places.Count == 0)
        {
            scope.Add("fields", $"no field has the type {word}", expected);
        }

        foreach (var (index, _) in places.Skip(1))
        {
            scope.Add($"fields[{index}].type", $"a second field has the type {word}", expected);
        }

        foreach (var (index, _) in places.Take(1).Where(field => !field.Item.Required))
        {
            scope.Add($"fields[{index}].required", $"the field of type {word} may be left empty", expected);
        }
    }
}
