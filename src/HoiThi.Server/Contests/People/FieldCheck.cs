using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using PhoneNumbers;

namespace HoiThi.Server.Contests.People;

/// <summary>Checks and normalises what was typed in one field; units are checked by the contest that has them.</summary>
/// <param name="Today">The day it is, in the contest's zone.</param>
/// <param name="BirthDate">The day of birth of the same person, where it is asked for.</param>
/// <param name="Sex">The sex of the same person, where it is asked for.</param>
public readonly record struct FieldCheck(DateOnly Today, DateOnly? BirthDate = null, Sex? Sex = null)
{
    /// <summary>The most characters of a text.</summary>
    public const int TextLimit = 200;

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>The value to keep, or what is wrong with it.</summary>
    public Checked<string> Of(RegistrationField field, string text) => field.Type switch
    {
        FieldType.FullName => PersonName.Check(text),
        FieldType.CitizenId => CitizenId.Check(text, BirthDate, Sex, Today),
        FieldType.IdentityDocument => IdentityDocument.Check(text, BirthDate, Sex, Today),
        FieldType.MemberNumber => Matching(MemberNumber.Check(text), field),
        FieldType.Email => EmailAddress.Check(text),
        FieldType.Phone => Phone(text),
        FieldType.BirthDate => ParseDate(text) is { } born && born < Today && born.Year > 1900
            ? Good(Written(born))
            : Wrong("birth-date", "Ngày sinh chưa đúng.", "This is not a date of birth."),
        FieldType.Date => Date(field, text),
        FieldType.Number => Number(field, text),
        FieldType.Sex => ParseSex(text) is not null ? Good(text) : Wrong("sex", "Hãy chọn nam hoặc nữ.", "Choose male or female."),
        FieldType.Choice => field.Options.Any(option => option.Vi == text)
            ? Good(text)
            : Wrong("choice", "Hãy chọn một mục trong danh sách.", "Choose one of the options."),
        _ => Text(field, text.Normalize(NormalizationForm.FormC)),
    };

    /// <summary>The identity value as it is stored; null if it cannot be one.</summary>
    public static string? Identity(Contest contest, string? text, DateOnly today) =>
        string.IsNullOrWhiteSpace(text) ? null : new FieldCheck(today).Of(contest.Registration.IdentityField, text.Trim()).Value;

    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static Sex? ParseSex(string? text) => text switch { "male" => Core.People.Sex.Male, "female" => Core.People.Sex.Female, _ => null };

    /// <summary>The day that a bound of a date stands for, as in 20231023.</summary>
    public static DateOnly? DayOf(long? bound) => bound is { } number
        && DateOnly.TryParseExact(number.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Checked<string> Text(RegistrationField field, string text)
    {
        var most = Math.Min(field.Max ?? TextLimit, TextLimit);
        return text.Length > most ? Wrong("text-length", $"Nội dung dài quá {most} ký tự.", $"The text is longer than {most} characters.")
            : text.Length < field.Min ? Wrong("text-short", $"Nội dung cần ít nhất {field.Min} ký tự.", $"The text needs {field.Min} characters at least.")
            : Matching(Good(text), field);
    }

    private static Checked<string> Number(RegistrationField field, string text)
    {
        if (!long.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Wrong("number", "Hãy nhập một số nguyên, chỉ gồm chữ số.", "Enter a whole number, digits only.");
        }

        return number < field.Min || number > field.Max ? Wrong("number-range", Range(field.Min, field.Max)) : Good(number.ToString(CultureInfo.InvariantCulture));
    }

    private static Checked<string> Date(RegistrationField field, string text)
    {
        if (ParseDate(text) is not { } date)
        {
            return Wrong("date", "Ngày chưa đúng. Ví dụ đúng: 23/10/2023.", "This is not a date. An example: 23/10/2023.");
        }

        var (first, last) = (DayOf(field.Min), DayOf(field.Max));
        return date < first || date > last
            ? Wrong("date-range", Range(first?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), last?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)))
            : Good(Written(date));
    }

    private static LocalText Range(object? least, object? most) => (least, most) switch
    {
        (not null, not null) => new LocalText($"Giá trị phải từ {least} đến {most}.", $"It has to be from {least} to {most}."),
        (not null, _) => new LocalText($"Giá trị phải từ {least} trở lên.", $"It has to be {least} or more."),
        _ => new LocalText($"Giá trị không được vượt quá {most}.", $"It has to be {most} at most."),
    };

    // A pattern that backtracks could be made to take minutes; those that cannot be run otherwise get a tenth of a second.
    private static Checked<string> Matching(Checked<string> value, RegistrationField field)
    {
        if (value.Value is not { } text || field.Pattern is not { } pattern)
        {
            return value;
        }

        try
        {
            return Patterns.GetOrAdd(pattern, Compile).IsMatch(text)
                ? value
                : Wrong("pattern", "Nội dung chưa đúng dạng được yêu cầu. Hãy xem hướng dẫn của mục này.", "This has not the form that is asked for. See the hint of the field.");
        }
        catch (RegexMatchTimeoutException)
        {
            return Wrong("pattern", "Nội dung chưa đúng dạng được yêu cầu. Hãy xem hướng dẫn của mục này.", "This has not the form that is asked for. See the hint of the field.");
        }
    }

    private static Regex Compile(string pattern)
    {
        var whole = $"^(?:{pattern})$";
        var options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        try
        {
            return new Regex(whole, options | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, options, TimeSpan.FromMilliseconds(100));
        }
    }

    private static Checked<string> Phone(string text)
    {
        var phones = PhoneNumberUtil.GetInstance();
        try
        {
            var number = phones.Parse(text, "VN");
            if (phones.IsValidNumber(number))
            {
                return Good(phones.Format(number, PhoneNumberFormat.E164));
            }
        }
        catch (NumberParseException)
        {
            // Said below, in words.
        }

        return Wrong("phone", "Số điện thoại chưa đúng. Ví dụ đúng: 0912 345 678.", "This is not a phone number. An example: 0912 345 678.");
    }

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Checked<string> Good(string value) => new(value, null);

    private static Checked<string> Wrong(string code, string vi, string en) => Wrong(code, new LocalText(vi, en));

    private static Checked<string> Wrong(string code, LocalText message) => new(null, new FieldError(code, null, message));
}
