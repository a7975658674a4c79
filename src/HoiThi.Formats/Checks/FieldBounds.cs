using System.Globalization;
using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Texts, numbers and dates can have bounds; the least is not above the most.</summary>
internal static class FieldBounds
{
    private const int LongestText = 200;

    public static void Check(RegistrationField field, Scope scope)
    {
        foreach (var (key, bound) in new[] { ("min", field.Min), ("max", field.Max) })
        {
            if (bound is { } value && Problem(field.Type, value) is { } expected)
            {
                scope.Add(key, $"'{key}' is {value} where the type is {Words.Of(field.Type)}", expected);
                return;
            }
        }

        if (field.Min > field.Max)
        {
            scope.Add("max", $"nothing is at least {field.Min} and at most {field.Max}", $"{field.Min} or more");
        }
    }

    private static string? Problem(FieldType type, long bound) => type switch
    {
        FieldType.Number => null,
        FieldType.Text => bound is >= 0 and <= LongestText ? null : $"a length of 0–{LongestText}",
        FieldType.Date => IsDay(bound) ? null : "a day as yyyyMMdd, as in 20231023",
        _ => "bounds only where the type is text, number or date",
    };

    private static bool IsDay(long bound) =>
        bound is > 0 and < 100_000_000
        && DateOnly.TryParseExact($"{bound:00000000}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
