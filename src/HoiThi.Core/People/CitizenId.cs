using System.Globalization;
using System.Text;

namespace HoiThi.Core.People;

/// <summary>
/// The number of a citizen's identity card (số căn cước, Circular 59/2021/TT-BCA art. 4): three digits for the
/// province, one for century and sex, two for the year of birth, six drawn. It has no check digit, so a check finds
/// slips of the pen, not impostors.
/// </summary>
public static class CitizenId
{
    /// <summary>How many digits a number has.</summary>
    public const int Length = 12;

    // 001 Hà Nội … 096 Cà Mau. Not every number between is in use, and mergers keep the old ones: a range is what can be said.
    private const int LastProvince = 96;

    /// <summary>
    /// The number as twelve digits, or what is wrong with it. Spaces, dots and hyphens are dropped.
    /// Errors: <c>citizen-id-missing</c>, <c>-digits</c>, <c>-old</c> (nine digits), <c>-length</c>, <c>-province</c>,
    /// <c>-year</c>, <c>-birth-date</c>, <c>-sex</c>.
    /// </summary>
    /// <param name="text">What was entered.</param>
    /// <param name="birthDate">The day of birth where it is asked for.</param>
    /// <param name="sex">The sex where it is asked for.</param>
    /// <param name="today">The day it is, in the contest's zone.</param>
    public static Checked<string> Check(string? text, DateOnly? birthDate, Sex? sex, DateOnly today)
    {
        var digits = Normalise(text);
        var error = FormError(digits) ?? PlausibilityError(digits, today) ?? AgreementError(digits, birthDate, sex);
        return error is null ? new Checked<string>(digits, null) : new Checked<string>(null, error);
    }

    /// <summary>The year of birth in a checked number.</summary>
    public static int BirthYearOf(string citizenId) =>
        1900 + ((citizenId[3] - '0') / 2 * 100) + int.Parse(citizenId.AsSpan(4, 2), CultureInfo.InvariantCulture);

    /// <summary>The sex in a checked number.</summary>
    public static Sex SexOf(string citizenId) => (citizenId[3] - '0') % 2 == 0 ? Sex.Male : Sex.Female;

    private static string Normalise(string? text)
    {
        var digits = new StringBuilder(Length);
        foreach (var letter in text ?? "")
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '‐' or '‑' or '–' or '\u200B' or '\uFEFF'))
            {
                digits.Append(letter);
            }
        }

        return digits.ToString();
    }

    private static FieldError? FormError(string digits)
    {
        if (digits.Length == 0)
        {
            return FieldError.Of("citizen-id-missing", "Hãy nhập số căn cước công dân.", "Enter the citizen ID number.");
        }

        if (!digits.All(char.IsAsciiDigit))
        {
            return FieldError.Of(
                "citizen-id-digits",
                "Số căn cước công dân chỉ gồm chữ số. Hãy kiểm tra lại.",
                "A citizen ID number has digits only. Please check it.");
        }

        return digits.Length switch
        {
            Length => null,
            9 => FieldError.Of(
                "citizen-id-old",
                "Đây là số chứng minh nhân dân cũ (9 chữ số). Hãy nhập số căn cước công dân gồm 12 chữ số.",
                "This is the number of an old identity card (9 digits). Enter the citizen ID number, which has 12 digits."),
            _ => FieldError.Of(
                "citizen-id-length",
                $"Số căn cước công dân có 12 chữ số; bạn đã nhập {digits.Length} chữ số.",
                $"A citizen ID number has 12 digits; you have entered {digits.Length}."),
        };
    }

    private static FieldError? PlausibilityError(string digits, DateOnly today)
    {
        if (int.Parse(digits.AsSpan(0, 3), CultureInfo.InvariantCulture) is < 1 or > LastProvince)
        {
            return FieldError.Of(
                "citizen-id-province",
                $"Ba chữ số đầu ({digits[..3]}) không phải là mã tỉnh, thành phố. Hãy kiểm tra lại.",
                $"The first three digits ({digits[..3]}) are not the code of a province. Please check them.");
        }

        return BirthYearOf(digits) <= today.Year
            ? null
            : FieldError.Of(
                "citizen-id-year",
                $"Các chữ số thứ 4 đến thứ 6 ({digits[3..6]}) không ứng với năm sinh nào. Hãy kiểm tra lại.",
                $"The fourth to sixth digits ({digits[3..6]}) stand for no possible year of birth. Please check them.");
    }

    private static FieldError? AgreementError(string digits, DateOnly? birthDate, Sex? sex)
    {
        if (birthDate is { } date && date.Year != BirthYearOf(digits))
        {
            return FieldError.Of(
                "citizen-id-birth-date",
                $"Số căn cước công dân không khớp với năm sinh {date.Year}. Hãy kiểm tra lại số căn cước và ngày sinh.",
                $"The citizen ID number does not agree with the year of birth {date.Year}. Please check both.");
        }

        return sex is null || sex == SexOf(digits)
            ? null
            : FieldError.Of(
                "citizen-id-sex",
                "Số căn cước công dân không khớp với giới tính đã chọn. Hãy kiểm tra lại cả hai.",
                "The citizen ID number does not agree with the sex chosen. Please check both.");
    }
}
