using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A field to choose from has at least two different options; others have none.</summary>
internal static class FieldOptions
{
    public static void Check(RegistrationField field, Scope scope)
    {
        if (field.Type == FieldType.Choice && field.Options.Count < 2)
        {
            scope.Add("options", $"the field '{field.Code}' has {field.Options.Count} options", "at least two where the type is choice");
        }

        if (field.Type != FieldType.Choice && field.Options.Count > 0)
        {
            scope.Add("options", $"the field '{field.Code}' has options", "options only where the type is choice");
        }

        Unique.Check(scope, field.Options.Select((option, index) => (option.Vi, $"options[{index}]")), "option");
    }
}
