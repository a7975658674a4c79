using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Core.People;

namespace HoiThi.Core.Registering;

/// <summary>The facts of a person as the form and the lists of a contest tell them, at joining and ever after.</summary>
/// <param name="contest">The contest.</param>
/// <param name="unitKind">The code of the kind of the person's unit.</param>
/// <param name="values">The fields that were filled in, as they are stored: a birth date as yyyy-MM-dd.</param>
/// <param name="isOn">Whether the person is on a list.</param>
/// <param name="joined">The day of joining, in the contest's zone.</param>
/// <param name="division">The code of the division, or null.</param>
public sealed class Registrant(
    Contest contest,
    string unitKind,
    IReadOnlyDictionary<string, string> values,
    Func<string, bool> isOn,
    DateOnly joined,
    string? division = null) : IPersonFacts
{
    /// <inheritdoc/>
    public string? Division => division;

    /// <inheritdoc/>
    public string Kind => unitKind;

    /// <inheritdoc/>
    public string Block => contest.Units.Kinds.FirstOrDefault(kind => kind.Code == unitKind)?.Block ?? "";

    /// <summary>
    /// From the birth date; where there is none, from the year in a citizen's number, which may leave two ages open;
    /// unknown where there is neither.
    /// </summary>
    public Age Age { get; } = AgeOf(contest.Registration, values, contest.Registration.AgeOn ?? joined);

    /// <inheritdoc/>
    public string? Answer(string field) => values.GetValueOrDefault(field);

    /// <inheritdoc/>
    public bool IsOn(string list) => isOn(list);

    private static Age AgeOf(RegistrationRules rules, IReadOnlyDictionary<string, string> values, DateOnly day)
    {
        if (ValueOf(FieldType.BirthDate) is { } text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born))
        {
            return Age.Of(born, day);
        }

        var number = ValueOf(FieldType.CitizenId) ?? ValueOf(FieldType.IdentityDocument);
        return number is not null && IdentityDocument.IsCitizenId(number) ? Age.OfYear(CitizenId.BirthYearOf(number), day) : Age.Unknown;

        string? ValueOf(FieldType type) =>
            rules.Fields.Where(field => field.Type == type).Select(field => values.GetValueOrDefault(field.Code)).FirstOrDefault(value => value is not null);
    }
}
