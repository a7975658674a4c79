using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Who somebody is has to be known before an attempt: name and unit are asked when joining.</summary>
internal static class FieldMoments
{
    public static void Check(RegistrationField field, Scope scope)
    {
        if (field is { Ask: FieldAsk.After, Type: FieldType.FullName or FieldType.Unit })
        {
            scope.Add("ask", $"the field of type {Words.Of(field.Type)} is asked after an attempt", "before");
        }
    }
}
