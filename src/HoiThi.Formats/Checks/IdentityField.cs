using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What tells people apart is a field that everybody fills in, with a value of one's own.</summary>
internal static class IdentityField
{
    private static readonly FieldType[] Identifying =
    [
        FieldType.CitizenId, FieldType.IdentityDocument, FieldType.MemberNumber, FieldType.Phone, FieldType.Email, FieldType.Text,
    ];

    public static void Check(RegistrationRules rules, Scope scope)
    {
        if (!Known.Check(scope, "identity", "field", rules.Identity, [.. rules.Fields.Select(field => field.Code)]))
        {
            return;
        }

        if (!rules.IdentityField.Required)
        {
            scope.Add("identity", $"the field '{rules.Identity}' may be left empty", "a required field");
        }

        if (rules.IdentityField.Ask == FieldAsk.After)
        {
            scope.Add("identity", $"the field '{rules.Identity}' is asked after an attempt", "a field that is asked before");
        }

        if (!rules.IdentityField.Locked)
        {
            scope.Add(
                "identity",
                $"the field '{rules.Identity}' could be changed, and another person would be meant",
                "a field without 'locked: false'");
        }

        if (!Identifying.Contains(rules.IdentityField.Type))
        {
            scope.Add(
                "identity",
                $"the field '{rules.Identity}' does not tell people apart",
                "a field of type citizen-id, identity-document, member-number, phone, email or text");
        }
    }
}
