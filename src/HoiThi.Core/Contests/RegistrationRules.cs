namespace HoiThi.Core.Contests;

/// <summary>Who may register, with which data, and what makes two registrations the same person.</summary>
/// <param name="Password">The contest password that everybody types once, or null where none is asked.</param>
/// <param name="Identity">The field whose value identifies a person in the contest; it is required and unique.</param>
/// <param name="Consent">The sentence a contestant agrees to about the use of personal data.</param>
/// <param name="Fields">The form, in the order shown.</param>
public sealed record RegistrationRules(
    string? Password,
    string Identity,
    LocalText Consent,
    ValueList<RegistrationField> Fields)
{
    /// <summary>The field that identifies a person.</summary>
    public RegistrationField IdentityField => Fields.First(line => line.Code == Identity);
}

/// <summary>One line of the registration form.</summary>
/// <param name="Code">Its name in the form; unique in the contest.</param>
/// <param name="Type">What it holds, which decides how it is checked.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Hint">A sentence below it, or null.</param>
/// <param name="Required">Whether it may be left empty.</param>
/// <param name="Options">For <see cref="FieldType.Choice"/>: what can be chosen.</param>
public sealed record RegistrationField(
    string Code,
    FieldType Type,
    LocalText Label,
    LocalText? Hint,
    bool Required,
    ValueList<LocalText> Options);

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
}
