using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.People;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using PhoneNumbers;

namespace HoiThi.Server.Contestants;

/// <summary>What a person filled in, checked and normalised.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Identity">The value that identifies the person in the contest.</param>
/// <param name="Private">All other fields as JSON, to be encrypted.</param>
public sealed record Registration(string Name, int Unit, string Identity, string Private)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const int TextLimit = 200;

    /// <summary>Checks a form by the rules of the contest; every mistake is reported beside its field.</summary>
    public static (Registration? Value, IReadOnlyList<FieldError> Errors) Check(LiveContest contest, Func<string, string?> form, DateOnly today)
    {
        var rules = contest.Definition.Registration;
        var errors = new List<FieldError>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var birthDate = rules.Fields.FirstOrDefault(field => field.Type == FieldType.BirthDate) is { } birth ? ParseDate(form(birth.Code)) : null;
        var sex = rules.Fields.FirstOrDefault(field => field.Type == FieldType.Sex) is { } asked ? ParseSex(form(asked.Code)) : null;
        foreach (var field in rules.Fields)
        {
            var text = form(field.Code)?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                if (field.Required)
                {
                    errors.Add(Missing(field));
                }

                continue;
            }

            var (value, error) = CheckField(contest, field, text, birthDate, sex, today);
            if (error is not null)
            {
                errors.Add(error with { Field = field.Code });
            }
            else
            {
                values[field.Code] = value!;
            }
        }

        if (rules.Password is { } password && !SamePassword(form(JoinFields.Password), password))
        {
            errors.Add(new FieldError("contest-password", JoinFields.Password, new LocalText(
                "Mật khẩu cuộc thi chưa đúng. Mật khẩu ở trong công văn hoặc thông báo của Ban Tổ chức.",
                "This is not the contest password. It is in the organisers' notice.")));
        }

        if (form(JoinFields.Consent) != "yes")
        {
            errors.Add(new FieldError("consent", JoinFields.Consent, new LocalText(
                "Cần có sự đồng ý của bạn về việc dùng dữ liệu cá nhân.", "Your consent to the use of personal data is needed.")));
        }

        return errors.Count > 0 ? (null, errors) : (Of(contest, rules, values), errors);
    }

    /// <summary>The identity value as it is stored, for signing in; null if it cannot be one.</summary>
    public static string? NormaliseIdentity(LiveContest contest, string? text, DateOnly today)
    {
        var field = contest.Definition.Registration.IdentityField;
        return string.IsNullOrWhiteSpace(text) ? null : CheckField(contest, field, text.Trim(), null, null, today).Value;
    }

    private static Registration Of(LiveContest contest, RegistrationRules rules, Dictionary<string, string> values)
    {
        var name = rules.Fields.First(field => field.Type == FieldType.FullName).Code;
        var unit = rules.Fields.First(field => field.Type == FieldType.Unit).Code;
        var rest = values.Where(pair => pair.Key != name && pair.Key != unit).ToDictionary(StringComparer.Ordinal);
        return new Registration(
            values[name],
            contest.Units.NumberOf(values[unit])!.Value,
            values[rules.Identity],
            JsonSerializer.Serialize(rest, Json));
    }

    private static (string? Value, FieldError? Error) CheckField(
        LiveContest contest, RegistrationField field, string text, DateOnly? birthDate, Sex? sex, DateOnly today) => field.Type switch
        {
            FieldType.FullName => Pair(PersonName.Check(text)),
            FieldType.CitizenId => Pair(CitizenId.Check(text, birthDate, sex, today)),
            FieldType.Email => Pair(EmailAddress.Check(text)),
            FieldType.Phone => CheckPhone(text),
            FieldType.Unit => CheckUnit(contest, text),
            FieldType.BirthDate => ParseDate(text) is { } date && date < today && date.Year > 1900
                ? (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
                : (null, Wrong("birth-date", "Ngày sinh chưa đúng.", "This is not a date of birth.")),
            FieldType.Sex => ParseSex(text) is not null ? (text, null) : (null, Wrong("sex", "Hãy chọn nam hoặc nữ.", "Choose male or female.")),
            FieldType.Choice => field.Options.Any(option => option.Vi == text)
                ? (text, null)
                : (null, Wrong("choice", "Hãy chọn một mục trong danh sách.", "Choose one of the options.")),
            _ => text.Length <= TextLimit
                ? (text.Normalize(NormalizationForm.FormC), null)
                : (null, Wrong("text-length", $"Nội dung dài quá {TextLimit} ký tự.", $"The text is longer than {TextLimit} characters.")),
        };

    private static (string? Value, FieldError? Error) Pair(Checked<string> result) => (result.Value, result.Error);

    private static (string? Value, FieldError? Error) CheckPhone(string text)
    {
        var phones = PhoneNumberUtil.GetInstance();
        try
        {
            var number = phones.Parse(text, "VN");
            if (phones.IsValidNumber(number))
            {
                return (phones.Format(number, PhoneNumberFormat.E164), null);
            }
        }
        catch (NumberParseException)
        {
            // Said below, in words.
        }

        return (null, Wrong("phone", "Số điện thoại chưa đúng. Ví dụ đúng: 0912 345 678.", "This is not a phone number. An example: 0912 345 678."));
    }

    private static (string? Value, FieldError? Error) CheckUnit(LiveContest contest, string code)
    {
        if (contest.Units.NumberOf(code) is not { } number)
        {
            return (null, Wrong("unit", "Hãy chọn đơn vị trong danh sách.", "Choose a unit from the list."));
        }

        var kind = contest.Definition.Units.Kinds.First(each => each.Code == contest.Units[number].Kind);
        return kind.Eligible
            ? (code, null)
            : (null, Wrong("unit-kind", "Người của đơn vị này không thuộc đối tượng dự thi.", "People of this unit cannot take part."));
    }

    private static FieldError Missing(RegistrationField field) => new("missing", field.Code, new LocalText(
        $"Hãy điền mục “{field.Label.Vi}”.", $"Please fill in “{field.Label.In(english: true)}”."));

    private static FieldError Wrong(string code, string vi, string en) => new(code, null, new LocalText(vi, en));

    private static bool SamePassword(string? given, string password) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes((given ?? "").Trim().ToLowerInvariant())),
        SHA256.HashData(Encoding.UTF8.GetBytes(password.ToLowerInvariant())));

    private static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static Sex? ParseSex(string? text) => text switch { "male" => Sex.Male, "female" => Sex.Female, _ => null };
}
