namespace HoiThi.Core.People;

/// <summary>The number of a citizen's identity card, or of a foreigner's passport (ICAO Doc 9303: letters and digits).</summary>
public static class IdentityDocument
{
    /// <summary>The fewest letters and digits of a passport number.</summary>
    public const int MinLength = 6;

    /// <summary>The most letters and digits of a passport number.</summary>
    public const int MaxLength = 12;

    /// <summary>
    /// The number in capitals without spaces, dots and hyphens. Twelve digits are a citizen's number and checked as one
    /// (<see cref="CitizenId.Check"/>). Further errors: <c>document-missing</c>, <c>-form</c>.
    /// </summary>
    /// <param name="text">What was entered.</param>
    /// <param name="birthDate">The day of birth where it is asked for.</param>
    /// <param name="sex">The sex where it is asked for.</param>
    /// <param name="today">The day it is, in the contest's zone.</param>
    public static Checked<string> Check(string? text, DateOnly? birthDate, Sex? sex, DateOnly today)
    {
        var number = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '‐' or '‑' or '–'))).ToUpperInvariant();
        if (IsCitizenId(number))
        {
            return CitizenId.Check(number, birthDate, sex, today);
        }

        FieldError? error = number switch
        {
            "" => FieldError.Of("document-missing", "Hãy nhập số căn cước công dân hoặc số hộ chiếu.", "Enter the citizen ID number or the passport number."),
            { Length: < MinLength or > MaxLength } => Form(),
            _ when !number.All(char.IsAsciiLetterOrDigit) || !number.Any(char.IsAsciiDigit) => Form(),
            _ => null,
        };
        return error is null ? new Checked<string>(number, null) : new Checked<string>(null, error);
    }

    /// <summary>Whether a normalised number is a citizen's and not a passport's.</summary>
    public static bool IsCitizenId(string number) => number.Length == CitizenId.Length && number.All(char.IsAsciiDigit);

    private static FieldError Form() => FieldError.Of(
        "document-form",
        $"Hãy nhập số căn cước công dân gồm {CitizenId.Length} chữ số, hoặc số hộ chiếu gồm {MinLength}–{MaxLength} chữ cái và chữ số.",
        $"Enter a citizen ID number of {CitizenId.Length} digits, or a passport number of {MinLength}–{MaxLength} letters and digits.");
}
