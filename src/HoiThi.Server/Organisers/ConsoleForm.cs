using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Organisers;

/// <summary>A form as it was sent: what was typed stays, what is wrong is said beside its field.</summary>
/// <param name="Values">What was typed, by the names of the fields; never a password or a code.</param>
/// <param name="Errors">What is wrong.</param>
public sealed record ConsoleForm(IReadOnlyDictionary<string, string> Values, ValueList<FieldError> Errors)
{
    private static readonly string[] Secret = ["password", "code", "key"];

    public static ConsoleForm Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    public string this[string name] => Values.TryGetValue(name, out var value) ? value : "";

    public static ConsoleForm Of(IFormCollection form, params IEnumerable<FieldError> errors) => new(
        form.Where(pair => !Secret.Contains(pair.Key, StringComparer.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        errors.ToValueList());

    public FieldError? ErrorOf(string name) => Errors.FirstOrDefault(error => error.Field == name);

    public static FieldError Wrong(string? field, string vi, string en) => new("wrong", field, new LocalText(vi, en));
}
