using System.Globalization;
using System.Text.RegularExpressions;
using HoiThi.Core.Questions;
using HoiThi.Formats.Checks;

namespace HoiThi.Formats.Banks;

/// <summary>What a person wrote where the key belongs: letters, a number, or the text of the choice itself.</summary>
internal static partial class KeyText
{
    /// <summary>Settles a question's key by what is written for it, or asks.</summary>
    /// <param name="draft">The question with its choices.</param>
    /// <param name="key">What is written.</param>
    /// <param name="place">Where.</param>
    /// <param name="ordinals">Whether "2" may mean the second choice, as it does in tables.</param>
    public static void Apply(Draft draft, string key, BankPlace place, bool ordinals = false)
    {
        var written = BankText.Line(key);
        if (written.Length == 0)
        {
            return;
        }

        if (draft.Choices.Count == 0)
        {
            ApplyWithoutChoices(draft, written);
            return;
        }

        var ways = Ways(draft, written, ordinals).DistinctBy(way => Letters.OfAll(way.Choices), StringComparer.Ordinal).ToList();
        switch (ways)
        {
            case []:
                draft.Problems.Add(QuestionProblems.UnknownKey(place, written, Math.Min(draft.Choices.Count, Letters.Most)));
                break;
            case [var way]:
                draft.Choose(way.Choices);
                break;
            default:
                draft.Problems.Add(QuestionProblems.KeyTwoWays(place, written, ways));
                break;
        }
    }

    /// <summary>The choices of letters as in <c>B</c>, <c>a)</c>, <c>A, C</c>, <c>A và C</c>, <c>AC</c>; null where it is none.</summary>
    public static int[]? LettersOf(string text)
    {
        if (!LetterList().IsMatch(text))
        {
            return null;
        }

        var letters = And().Replace(text, " ").Where(char.IsAsciiLetter).Select(Letters.IndexOf).ToArray();
        return letters.Length is > 0 and <= Letters.Most && letters.Distinct().Count() == letters.Length && letters.All(index => index >= 0)
            ? [.. letters.Order()]
            : null;
    }

    /// <summary>A number as in <c>1.234,5</c>, <c>12.5</c> or <c>12,5 ± 0,1</c>; null where it is none or could be two.</summary>
    public static NumberAnswer? NumberOf(string text)
    {
        var match = NumberForm().Match(text);
        return match.Success && Decimal(match.Groups["value"].Value) is { } value
            ? new NumberAnswer(value, match.Groups["off"].Success ? Decimal(match.Groups["off"].Value) ?? 0 : 0)
            : null;
    }

    /// <summary>A decimal with a point or a comma; null for "1.234" and "1,234", which are two numbers in two countries.</summary>
    public static decimal? Decimal(string text)
    {
        var plain = text.Trim().Replace('−', '-').Replace(',', '.');
        return !Grouped().IsMatch(plain)
            && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static IEnumerable<(int[] Choices, string Vi, string En)> Ways(Draft draft, string written, bool ordinals)
    {
        var count = draft.Choices.Count;
        if (LettersOf(written) is { } letters && letters.All(index => index < count))
        {
            yield return (letters, "Theo chữ cái", "By its letter");
        }

        if (ordinals && OrdinalList().IsMatch(written)
            && written.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(number => number[0] - '1').ToArray() is var numbers
            && numbers.All(index => index < count) && numbers.Distinct().Count() == numbers.Length)
        {
            yield return ([.. numbers.Order()], "Theo số thứ tự", "By its number");
        }

        var text = SameText.Of(new(WithoutLabel().Replace(written, "")));
        var whole = SameText.Of(new(written));
        for (var index = 0; index < count; index++)
        {
            var choice = SameText.Of(new(BankText.Line(draft.Choices[index].Text)));
            if (choice.Length > 0 && (Same(choice, whole) || (Same(choice, text) && WithoutLabel().Match(written) is { Success: true } label
                && Letters.IndexOf(label.Groups["letter"].ValueSpan[0]) == index)))
            {
                yield return ([index], "Theo nội dung phương án", "By its text");
            }
        }
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.TrimEnd('.', ';'), other.TrimEnd('.', ';'), StringComparison.OrdinalIgnoreCase);

    private static void ApplyWithoutChoices(Draft draft, string written)
    {
        if (draft.Words is null && NumberOf(written) is { } number)
        {
            draft.Answer = number;
        }
        else if (EssayWord().Match(written) is { Success: true } essay)
        {
            draft.Words ??= essay.Groups["words"].Success ? int.Parse(essay.Groups["words"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        }
        else
        {
            draft.Explanation ??= written;
        }
    }

    [GeneratedRegex(@"^\(?[A-Ha-h]\)?\s*[.)]?(\s*(,|;|/|&|\+|và|and|hoặc)?\s*\(?[A-H]\)?[.)]?)*\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LetterList();

    [GeneratedRegex("và|and|hoặc", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex And();

    [GeneratedRegex(@"^[1-8](\s*[,;]\s*[1-8])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrdinalList();

    [GeneratedRegex(@"^(?<letter>[A-Ha-h])\s*[.):/-]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithoutLabel();

    [GeneratedRegex(@"^(?<value>[-−]?\d{1,15}([.,]\d{1,10})?)(\s*(±|\+/-|\+-)\s*(?<off>\d{1,15}([.,]\d{1,10})?))?\.?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}\.\d{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\(?\s*(câu\s+)?tự luận\b[^\d]*(?<words>\d{1,4})?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EssayWord();
}
