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
        (FieldType.Choice, "one of the field's options"),
        (FieldType.Number, "a whole number"),
        (FieldType.Date, "a day"),
        (FieldType.IdentityDocument, "a citizen's identity number, or a foreigner's passport number of 6–12 letters and digits"),
        (FieldType.MemberNumber, "an employee's number or another name that an organisation gives: 1–40 letters, digits and - . / _"));

    private static readonly EnumShape<FieldAsk> Ask = new(
        (FieldAsk.Before, "when joining"),
        (FieldAsk.After, "after an attempt, on its result; until then the attempt counts and the data is incomplete"));

    private static readonly EnumShape<JoinMethod> Method = new(
        (JoinMethod.Open, "by the form; a personal code is given out for coming back"),
        (JoinMethod.Account, "by the form with a password of one's own, which opens the account again"),
        (JoinMethod.Email, "by the form; a link sent to the e-mail address has to be opened first, and opens the account again"),
        (JoinMethod.Roster, "with the identity and the code that stand on a roster"),
        (JoinMethod.OpenId, "through an OpenID Connect provider"));

    private static readonly NumberShape<long> Bound = new(-1_000_000_000_000, 1_000_000_000_000);

    private static readonly RecordShape<ClaimField> Claim = new RecordShape<ClaimField>("claimField", flow: true)
        .Required("claim", claim => claim.Claim, Of.Text(100), "The claim's name, as in phone_number; `sub` is the provider's subject.")
        .Required("field", claim => claim.Field, Of.Code, "The code of the field that it fills; unique.");

    private static readonly RecordShape<IdentityProvider> Provider = new RecordShape<IdentityProvider>("identityProvider")
        .Required("name", provider => provider.Name, Of.LocalText, "Its name on the button.")
        .Required("issuer", provider => provider.Issuer, Of.Text(500), "The issuer's address: https, or http on loopback.")
        .Required("clientId", provider => provider.ClientId, Of.Text(200), "The client's id there. Its secret is in the node's settings.")
        .Required("claims", provider => provider.Claims, Of.List(Claim, 1, 50).UniqueBy("field", claim => claim.Field, "field"),
            "Which claim fills which field; fields filled so are not asked.")
        .Checked(Issuers.Check);

    private static readonly RecordShape<RegistrationField> Field = new RecordShape<RegistrationField>("registrationField")
        .Required("code", field => field.Code, Of.Code, "The field's name; unique.")
        .Required("type", field => field.Type, Type, "What it holds, which decides how it is checked.")
        .Required("label", field => field.Label, Of.LocalText, "What stands beside it.")
        .Optional("hint", field => field.Hint, Of.LocalText, "A sentence below it.")
        .Optional("required", field => field.Required, Of.Flag, true, "Whether it has to be filled in.")
        .Optional("options", field => field.Options, Of.List(Of.LocalText, 0, 200), [], "What can be chosen, where the type is choice.")
        .Optional("ask", field => field.Ask, Ask, FieldAsk.Before, "When it is asked.")
        .Optional("locked", field => field.Locked, Of.Flag, true, "Whether the contestant cannot change it once it is saved.")
        .Optional("min", field => field.Min, Bound, "The least length of a text, the least number, or the first day as yyyyMMdd.")
        .Optional("max", field => field.Max, Bound, "Likewise the most.")
        .Optional("pattern", field => field.Pattern, Of.Text(500), "For a text: a regular expression that the whole has to match.")
        .Checked(FieldOptions.Check)
        .Checked(FieldBounds.Check, "type", "min", "max")
        .Checked(FieldPatterns.Check, "type", "pattern")
        .Checked(FieldMoments.Check, "type", "ask");

    /// <summary>Who may register, and with which data.</summary>
    public static RecordShape<RegistrationRules> Registration { get; } = new RecordShape<RegistrationRules>("registration")
        .Optional("password", rules => rules.Password, Of.Text(100), "The contest password that everybody types once.")
        .Optional("method", rules => rules.Method, Method, JoinMethod.Open, "How a person comes in, and comes in again.")
        .Required("identity", rules => rules.Identity, Of.Code,
            "The code of the required field that tells people apart: a citizen-id, identity-document, member-number, phone, email or text.")
        .Required("consent", rules => rules.Consent, Of.LocalText, "The sentence a contestant agrees to about the use of personal data.")
        .Required("fields", rules => rules.Fields, Of.List(Field, 1, 50).UniqueBy("code", field => field.Code, "field"),
            "The form, in the order shown.")
        .Optional("minAge", rules => rules.MinAge, Of.Number(1, 120), "The least age in full years.")
        .Optional("maxAge", rules => rules.MaxAge, Of.Number(1, 120), "The greatest age in full years.")
        .Optional("ageOn", rules => rules.AgeOn, Of.Date, "The day on which ages are counted; left out, the day of joining.")
        .Optional("provider", rules => rules.Provider, Provider, "The OpenID Connect provider, where the method is open-id.")
        .Checked(RegistrationForm.Check, "fields")
        .Checked(IdentityField.Check, "identity", "fields")
        .Checked(JoinMethods.Check, "method", "identity", "fields", "provider")
        .Checked(AgeLimits.Check, "fields", "minAge", "maxAge", "ageOn");
}
