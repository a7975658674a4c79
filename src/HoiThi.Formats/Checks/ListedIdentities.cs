using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A listed person is recognised by the value of the identity field, so that what could not be typed into it would name
/// nobody; and nobody is on a list twice, however the value is written.
/// </summary>
internal static class ListedIdentities
{
    public static void Check(ContestParts parts)
    {
        if (parts.Contest.Value is not { Registration: var form }
            || form.Fields.FirstOrDefault(each => each.Code == form.Identity) is not { } field)
        {
            return;
        }

        foreach (var file in parts.Lists)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, person) in file?.Value?.Index() ?? [])
            {
                var read = Read(field.Type, person.Identity);
                if (read.Value is not { } identity)
                {
                    file!.Scope.Add(
                        $"[{index}].identity",
                        $"'{person.Identity}' is no {Words.Of(field.Type)}, by which the contest tells people apart",
                        $"a value of the field '{field.Code}'");
                }
                else if (!seen.TryAdd(identity, index) && !Same(file!.Value![seen[identity]].Identity, person.Identity))
                {
                    file.Scope.Add(
                        $"[{index}].identity",
                        $"'{person.Identity}' is on line {file.Findings.LineOf($"[{seen[identity]}]")} already, written otherwise",
                        "each person once");
                }
            }
        }
    }

    // What is the same but for upper and lower case was reported with the list.
    private static bool Same(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);

    // The year of birth in a number is not compared with today: a list is as right tomorrow as it is now.
    private static Checked<string> Read(FieldType type, string text) => type switch
    {
        FieldType.CitizenId => CitizenId.Check(text, null, null, DateOnly.MaxValue),
        FieldType.IdentityDocument => IdentityDocument.Check(text, null, null, DateOnly.MaxValue),
        FieldType.MemberNumber => MemberNumber.Check(text),
        FieldType.Email => EmailAddress.Check(text),
        _ => new Checked<string>(text.Trim(), null),
    };
}
