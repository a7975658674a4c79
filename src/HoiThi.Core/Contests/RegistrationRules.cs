namespace HoiThi.Core.Contests;

/// <summary>Who may register, with which data, and what makes two registrations the same person.</summary>
/// <param name="Password">The contest password that everybody types once, or null where none is asked.</param>
/// <param name="Method">How a person comes in, and comes in again.</param>
/// <param name="Identity">The field whose value identifies a person in the contest; it is required and unique.</param>
/// <param name="Consent">The sentence a contestant agrees to about the use of personal data.</param>
/// <param name="Fields">The form, in the order shown.</param>
/// <param name="MinAge">The least age in full years on <paramref name="AgeOn"/>, 1–120, or null.</param>
/// <param name="MaxAge">The greatest age in full years, or null.</param>
/// <param name="AgeOn">The day on which ages are counted; null is the day of joining.</param>
/// <param name="Provider">The OpenID Connect provider, where the method is that; else null.</param>
public sealed record RegistrationRules(
    string? Password,
    JoinMethod Method,
    string Identity,
    LocalText Consent,
    ValueList<RegistrationField> Fields,
    int? MinAge,
    int? MaxAge,
    DateOnly? AgeOn,
    IdentityProvider? Provider)
{
    /// <summary>The field that identifies a person.</summary>
    public RegistrationField IdentityField => Fields.First(line => line.Code == Identity);
}

/// <summary>How a person comes in, and comes in again.</summary>
public enum JoinMethod
{
    /// <summary>Everybody by the form; a personal code is given out for coming back.</summary>
    Open,

    /// <summary>By the form with a password of one's own, which opens the account again (phone and password).</summary>
    Account,

    /// <summary>By the form; a link sent to the e-mail address has to be opened first, and opens the account again.</summary>
    Email,

    /// <summary>With the identity and the code that stand on a roster.</summary>
    Roster,

    /// <summary>Through an OpenID Connect provider.</summary>
    OpenId,
}

/// <summary>An OpenID Connect provider. Its client secret is not in the contest but in the node's settings.</summary>
/// <param name="Name">Its name on the button.</param>
/// <param name="Issuer">The issuer's address, https, or http on loopback.</param>
/// <param name="ClientId">The client's id there.</param>
/// <param name="Claims">Which claim fills which field of the form; <c>sub</c> is the provider's subject. Fields filled so are not asked.</param>
public sealed record IdentityProvider(LocalText Name, string Issuer, string ClientId, ValueList<ClaimField> Claims);

/// <summary>A claim that fills a field.</summary>
/// <param name="Claim">The claim's name, as in phone_number.</param>
/// <param name="Field">The field's code.</param>
public sealed record ClaimField(string Claim, string Field);

/// <summary>One line of the registration form.</summary>
/// <param name="Code">Its name in the form; unique in the contest.</param>
/// <param name="Type">What it holds, which decides how it is checked.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Hint">A sentence below it, or null.</param>
/// <param name="Required">Whether it may be left empty.</param>
/// <param name="Options">For <see cref="FieldType.Choice"/>: what can be chosen.</param>
/// <param name="Ask">When it is asked.</param>
/// <param name="Locked">Whether the contestant cannot change it once it is saved.</param>
/// <param name="Min">For text the least length, for a number the least value, for a date the first day as yyyyMMdd; or null.</param>
/// <param name="Max">Likewise the most.</param>
/// <param name="Pattern">For text: a regular expression that the whole has to match; or null.</param>
public sealed record RegistrationField(
    string Code,
    FieldType Type,
    LocalText Label,
    LocalText? Hint,
    bool Required,
    ValueList<LocalText> Options,
    FieldAsk Ask = FieldAsk.Before,
    bool Locked = true,
    long? Min = null,
    long? Max = null,
    string? Pattern = null);

/// <summary>When a field is asked.</summary>
public enum FieldAsk
{
    /// <summary>When joining.</summary>
    Before,

    /// <summary>After an attempt, on its result; until then the attempt counts and the data is incomplete.</summary>
    After,
}

/// <summary>What a registration field holds.</summary>
public enum FieldType
{
    /// <summary>A person's full name; exactly one field of a form has this type.</summary>
    FullName,

    /// <summary>A citizen's identity number: 12 digits, checked against birth date and sex where they are asked.</summary>
    CitizenId,

    /// <summary>A telephone number, kept in E.164 form with +84 for Vietnam.</summary>
    Phone,

    /// <summary>An e-mail address, kept in lower case.</summary>
    Email,

    /// <summary>A unit of the contest; exactly one field of a form has this type.</summary>
    Unit,

    /// <summary>The day of birth.</summary>
    BirthDate,

    /// <summary>Male or female, as on the identity card.</summary>
    Sex,

    /// <summary>A line of text of at most 200 characters.</summary>
    Text,

    /// <summary>One of the field's options.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A citizen's identity number of 12 digits, or a foreigner's passport number (6–12 letters and digits).</summary>
    IdentityDocument,

    /// <summary>An employee's number or another name that an organisation gives: 1–40 letters, digits and - . / _.</summary>
    MemberNumber,
}
