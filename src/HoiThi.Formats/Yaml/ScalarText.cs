using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HoiThi.Formats.Yaml;

/// <summary>How a text is written in YAML: plain where that is safe for every reader, in quotes otherwise.</summary>
internal static partial class ScalarText
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`~=<.";

    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create(",[]{}:?");

    private static readonly HashSet<string> Words =
        new(StringComparer.OrdinalIgnoreCase) { "null", "true", "false", "yes", "no", "on", "off", "y", "n" };

    /// <summary>The text on one line: plain, in single quotes, or in double quotes with escapes.</summary>
    public static string OneLine(string text, bool inFlow)
    {
        if (NeedsEscapes(text))
        {
            return DoubleQuoted(text);
        }

        return IsPlain(text, inFlow) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>Whether the text reads well as a literal block: several lines without anything that a block would lose.</summary>
    public static bool IsBlock(string text)
    {
        var lines = text.Split('\n');
        var content = lines[^1].Length == 0 ? lines[..^1] : lines;
        return lines.Length > 1
            && content.Length > 0
            && content[0].Length > 0
            && content[^1].Length > 0
            && content.All(line => line.Length == 0 || (line[0] != ' ' && line[^1] != ' ' && !NeedsEscapes(line)));
    }

    /// <summary>Whether a reader of YAML 1.1 or 1.2 takes the bare text for this very text.</summary>
    public static bool IsPlain(string text, bool inFlow) =>
        text.Length > 0
        && !NeedsEscapes(text)
        && text[0] != ' '
        && text[^1] is not (' ' or ':')
        && !Indicators.Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !(inFlow && text.AsSpan().ContainsAny(FlowIndicators))
        && !Words.Contains(text)
        && !NumberOrDate().IsMatch(text);

    /// <summary>Whether the text has line breaks, or marks that cannot be seen and so are better escaped.</summary>
    public static bool NeedsEscapes(string text) => text.EnumerateRunes().Any(NeedsEscape);

    private static bool NeedsEscape(Rune rune) => rune.Value != ' ' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\t' => quoted.Append(@"\t"),
                > 0xFFFF when NeedsEscape(rune) => quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                _ when NeedsEscape(rune) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => quoted.Append(rune),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>
    /// Anything that some version of YAML could read as a number, a date or a time: 1.0, 0x1F, 1_000, 12:30,
    /// 2023-10-23T07:30.
    /// </summary>
    [GeneratedRegex(@"^[-+]?\.?[0-9][-+0-9a-fA-FxXoOtTzZ_.,: ]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberOrDate();
}
