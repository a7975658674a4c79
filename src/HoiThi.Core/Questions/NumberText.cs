using System.Globalization;

namespace HoiThi.Core.Questions;

/// <summary>
/// Numbers as people write them: a comma or a point before the decimals, groups of three digits apart by a space, a point
/// or a comma. What could be read as two numbers is refused: 1.234 is 1234 to some and 1 234/1000 to others.
/// </summary>
public static class NumberText
{
    /// <summary>The most characters that are read.</summary>
    public const int Longest = 40;

    private const int Ambiguous = -2;

    /// <summary>Reads a number; false for what is none, has more than 28 digits, or could be two.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var digits = text.Trim();
        var negative = digits is ['-' or '−', ..];
        digits = digits is ['-' or '−' or '+', ..] ? digits[1..].TrimStart() : digits;
        if (text.Length > Longest || digits.Length == 0 || !Split(digits, out var whole, out var decimals)
            || whole.Length + decimals.Length > 28
            || !decimal.TryParse($"{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        value = negative && value != 0 ? -value : value;
        return true;
    }

    /// <summary>The one way a number is kept: 12.5 for "12,50"; what <see cref="TryParse"/> reads as the same number.</summary>
    public static string Canonical(decimal value) => Format(value, english: true);

    /// <summary>The number for a screen, in a way that cannot be read as another: 1,2340 rather than 1,234.</summary>
    public static string Format(decimal value, bool english)
    {
        var text = value.ToString("0.############################", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var misread = point >= 0 && text.Length - point == 4 && TryParse(text, out _) is false;
        return (misread ? text + "0" : text).Replace('.', english ? '.' : ',');
    }

    // The whole part without its groups, and the decimals.
    private static bool Split(string text, out string whole, out string decimals)
    {
        (whole, decimals) = ("", "");
        var mark = DecimalMark(text);
        if (mark == Ambiguous)
        {
            return false;
        }

        var head = mark < 0 ? text : text[..mark];
        decimals = mark < 0 ? "" : text[(mark + 1)..];
        return decimals.All(char.IsAsciiDigit) && (mark < 0 || decimals.Length > 0) && TryJoin(head, out whole);
    }

    // Where the decimals begin; -1 where there are none.
    private static int DecimalMark(string text)
    {
        var (point, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
        {
            return Math.Max(point, comma);
        }

        var last = Math.Max(point, comma);
        if (last < 0)
        {
            return -1;
        }

        var first = text.IndexOf(text[last], StringComparison.Ordinal);
        if (first != last)
        {
            return -1; // the same mark twice parts groups
        }

        var whole = text[..last];
        var couldBeGroups = text.Length - last - 1 == 3 && whole.Length is >= 1 and <= 3 && whole[0] != '0' && whole.All(char.IsAsciiDigit);
        return couldBeGroups ? Ambiguous : last;
    }

    private static bool TryJoin(string text, out string digits)
    {
        digits = text;
        var first = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (first < 0)
        {
            return text.Length > 0;
        }

        var mark = text[first];
        var groups = text.Split(mark);
        digits = string.Concat(groups);
        return mark is '.' or ',' or ' ' or '\u00A0' or '\u202F' or '\u2009'
            && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3)
            && digits.All(char.IsAsciiDigit);
    }
}
