using HoiThi.Core.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A field to choose from has at least two different options; others have none.</summary>
internal static class FieldOptions
{
    public static void Check(Contest contest, Findings findings)
    {
        foreach (var (index, field) in contest.Registration.Fields.Index())
        {
            var path = $"registration.fields[{index}]";
            if (field.Type == FieldType.Choice && field.Options.Count < 2)
            {
                findings.Add(path, $"the field '{field.Code}' has {field.Options.Count} options", "at least two options for a field of type choice");
            }

            if (field.Type != FieldType.Choice && field.Options.Count > 0)
            {
                findings.Add($"{path}.options", $"the field '{field.Code}' has options", "options only where the type is choice");
            }

            Unique.Check(findings, field.Options.Select(option => option.Vi), place => $"{path}.options[{place}]", "option");
        }
    }
}
