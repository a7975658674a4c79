using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>registration</c>.</summary>
internal static class RegistrationShape
{
    private static readonly EnumShape<FieldType> Type = new(
        (FieldType.FullName, "a person's full name; exactly one field has this type"),
        (FieldType.CitizenId, "a citizen's identity number of 12 digits"),
        (FieldType.Phone, "a telephone number"),
        (FieldType.Email, "an e-mail address"),
        (FieldType.Unit, "a unit of the unit list; exactly one field has this type"),
        (FieldType.BirthDate, "the day of birth"),
        (FieldType.Sex, "male or female, as on the identity card"),
        (FieldType.Text, "a line of at most 200 characters"),
        (FieldType.Choice, "one of the field's options"));

    private static readonly RecordShape<RegistrationField> Field = new RecordShape<RegistrationField>("registrationField")
        .Required("code", field => field.Code, Of.Code, "The field's name; unique.")
        .Required("type", field => field.Type, Type, "What it holds, which decides how it is checked.")
        .Required("label", field => field.Label, Of.LocalText, "What stands beside it.")
        .Optional("hint", field => field.Hint, Of.LocalText, "A sentence below it.")
        .Optional("required", field => field.Required, Of.Flag, true, "Whether it has to be filled in.")
        .Optional("options", field => field.Options, Of.List(Of.LocalText, 0, 200), [], "What can be chosen, where the type is choice.")
        .Checked(FieldOptions.Check);

    /// <summary>Who may register, and with which data.</summary>
    public static RecordShape<RegistrationRules> Registration { get; } = new RecordShape<RegistrationRules>("registration")
        .Optional("password", rules => rules.Password, Of.Text(100), "The contest password that everybody types once.")
        .Required("identity", rules => rules.Identity, Of.Code,
            "The code of the required field that tells people apart: a citizen-id, phone, email or text.")
        .Required("consent", rules => rules.Consent, Of.LocalText, "The sentence a contestant agrees to about the use of personal data.")
        .Required("fields", rules => rules.Fields, Of.List(Field, 1, 50).UniqueBy("code", field => field.Code, "field"),
            "The form, in the order shown.")
        .Checked(RegistrationForm.Check, "fields")
        .Checked(IdentityField.Check, "identity", "fields");
}
