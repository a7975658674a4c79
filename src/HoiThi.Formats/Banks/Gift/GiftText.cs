using System.Text;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Gift;

/// <summary>Text in GIFT: a backslash before a control character makes it an ordinary one.</summary>
internal static class GiftText
{
    private const string Control = "~=#{}:\\";

    /// <summary>The place of the first of some characters that is no ordinary one, or −1.</summary>
    public static int Find(string text, string characters, int start = 0)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (characters.Contains(text[at], StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What a reader sees, with the format before it ([html], [markdown] …) applied.</summary>
    public static (string Text, List<string> Images) Plain(string raw, string inherited)
    {
        var (format, text) = FormatOf(raw.Trim(), inherited);
        var plain = Unescape(text);
        return format == "html" || (format == "moodle" && plain.Contains("</", StringComparison.Ordinal)) ? HtmlText.Of(plain) : (BankText.Clean(plain), []);
    }

    /// <summary>The format named before a text, or the one inherited.</summary>
    public static (string Format, string Text) FormatOf(string text, string inherited)
    {
        foreach (var format in (string[])["html", "markdown", "plain", "moodle"])
        {
            if (text.StartsWith($"[{format}]", StringComparison.Ordinal))
            {
                return (format, text[(format.Length + 2)..]);
            }
        }

        return (inherited, text);
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                escaped.Append("\\n");
                continue;
            }

            if (Control.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at] == '\\' && at + 1 < text.Length ? text[at + 1] : '\0';
            if (next == 'n')
            {
                plain.Append('\n');
                at++;
            }
            else if (next != '\0' && Control.Contains(next, StringComparison.Ordinal))
            {
                plain.Append(next);
                at++;
            }
            else
            {
                // A line break within a text is a space, as in HTML.
                plain.Append(text[at] == '\n' ? ' ' : text[at]);
            }
        }

        return plain.ToString();
    }
}
