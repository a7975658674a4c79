using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A class is told by the answers of a field to choose from.</summary>
internal static class FieldAnswers
{
    private static readonly string[] Sexes = ["male", "female"];

    public static void Check(FieldAnswer answer, RegistrationRules rules, string path, Scope scope)
    {
        if (!Known.Check(scope, $"{path}.field", "field", answer.Field, [.. rules.Fields.Select(field => field.Code)]))
        {
            return;
        }

        var field = rules.Fields.First(each => each.Code == answer.Field);
        if (field.Type is not (FieldType.Choice or FieldType.Sex))
        {
            scope.Add($"{path}.field", $"the field '{field.Code}' is of type {Words.Of(field.Type)}", "a field of type choice or sex");
            return;
        }

        var options = field.Type == FieldType.Sex ? Sexes : [.. field.Options.Select(option => option.Vi)];
        Codes.Check(scope, $"{path}.in", "option", answer.In, options);
    }
}
