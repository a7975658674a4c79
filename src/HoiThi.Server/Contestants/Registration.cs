using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;

namespace HoiThi.Server.Contestants;

/// <summary>What a person filled in, checked and normalised.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Unit">The number of the unit.</param>
/// <param name="Identity">The value that identifies the person in the contest.</param>
/// <param name="Values">All fields that were filled in, by their codes.</param>
public sealed record Registration(string Name, int Unit, string Identity, IReadOnlyDictionary<string, string> Values)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Checks a form by the rules of the contest; every mistake is reported beside its field.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="form">What was typed.</param>
    /// <param name="given">What a roster or a provider says already, checked; it is not asked.</param>
    /// <param name="today">The day it is, in the contest's zone.</param>
    public static (Registration? Value, List<FieldError> Errors) Check(
        LiveContest contest, Func<string, string?> form, IReadOnlyDictionary<string, string> given, DateOnly today)
    {
        var rules = contest.Definition.Registration;
        var (values, errors) = CheckFields(contest, rules.Fields.Where(field => IsAskedFirst(rules, field)), form, given, today);
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

        return errors.Count > 0 ? (null, errors) : (Of(contest, values), errors);
    }

    /// <summary>Checks some fields of the form.</summary>
    public static (Dictionary<string, string> Values, List<FieldError> Errors) CheckFields(
        LiveContest contest, IEnumerable<RegistrationField> fields, Func<string, string?> form, IReadOnlyDictionary<string, string> given, DateOnly today)
    {
        var rules = contest.Definition.Registration;
        var errors = new List<FieldError>();
        var values = new Dictionary<string, string>(given, StringComparer.Ordinal);
        var check = new FieldCheck(today, FieldCheck.ParseDate(TypedOf(FieldType.BirthDate)), FieldCheck.ParseSex(TypedOf(FieldType.Sex)));
        foreach (var field in fields.Where(field => !given.ContainsKey(field.Code)))
        {
            if (form(field.Code)?.Trim() is not { Length: > 0 } text)
            {
                if (field.Required)
                {
                    errors.Add(Missing(field));
                }

                continue;
            }

            var (value, error) = field.Type == FieldType.Unit ? CheckUnit(contest, text) : check.Of(field, text);
            if (error is not null)
            {
                errors.Add(error with { Field = field.Code });
            }
            else
            {
                values[field.Code] = value!;
            }
        }

        return (values, errors);

        string? TypedOf(FieldType type) => rules.Fields.FirstOrDefault(field => field.Type == type) is { } field
            ? given.GetValueOrDefault(field.Code) ?? form(field.Code)?.Trim() : null;
    }

    /// <summary>A registration of values that have been checked.</summary>
    public static Registration Of(LiveContest contest, IReadOnlyDictionary<string, string> values)
    {
        var rules = contest.Definition.Registration;
        return new Registration(
            values[rules.Fields.First(field => field.Type == FieldType.FullName).Code],
            contest.Units.NumberOf(values[rules.Fields.First(field => field.Type == FieldType.Unit).Code])!.Value,
            values[rules.Identity],
            values);
    }

    /// <summary>The fields that are stored encrypted: all but the name and the unit, which are public.</summary>
    public string PrivateIn(LiveContest contest) => Private(contest, Values);

    /// <inheritdoc cref="PrivateIn"/>
    public static string Private(LiveContest contest, IEnumerable<KeyValuePair<string, string>> values) => JsonSerializer.Serialize(
        values.Where(pair => contest.Definition.Registration.Fields.FirstOrDefault(field => field.Code == pair.Key)?.Type is not (FieldType.FullName or FieldType.Unit))
            .ToDictionary(StringComparer.Ordinal),
        Json);

    /// <summary>Reads what <see cref="PrivateIn"/> wrote.</summary>
    public static Dictionary<string, string> ReadPrivate(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json)!;

    /// <summary>Whether a field is filled in before the first attempt: without name, unit and identity nobody is registered.</summary>
    public static bool IsAskedFirst(RegistrationRules rules, RegistrationField field) =>
        field.Ask == FieldAsk.Before || field.Code == rules.Identity || field.Type is FieldType.FullName or FieldType.Unit;

    private static Checked<string> CheckUnit(LiveContest contest, string code)
    {
        if (contest.Units.NumberOf(code) is not { } number)
        {
            return Wrong("unit", "Hãy chọn đơn vị trong danh sách.", "Choose a unit from the list.");
        }

        var kind = contest.Definition.Units.Kinds.First(each => each.Code == contest.Units[number].Kind);
        return kind.Eligible
            ? new(code, null)
            : Wrong("unit-kind", "Người của đơn vị này không thuộc đối tượng dự thi.", "People of this unit cannot take part.");
    }

    private static FieldError Missing(RegistrationField field) => new("missing", field.Code, new LocalText(
        $"Hãy điền mục “{field.Label.Vi}”.", $"Please fill in “{field.Label.In(english: true)}”."));

    private static Checked<string> Wrong(string code, string vi, string en) => new(null, new FieldError(code, null, new LocalText(vi, en)));

    private static bool SamePassword(string? given, string password) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes((given ?? "").Trim().ToLowerInvariant())),
        SHA256.HashData(Encoding.UTF8.GetBytes(password.ToLowerInvariant())));
}
