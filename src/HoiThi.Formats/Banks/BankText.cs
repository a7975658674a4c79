using System.Globalization;
using System.Text;

namespace HoiThi.Formats.Banks;

/// <summary>Texts as a bank keeps them, whatever program they come from.</summary>
public static class BankText
{
    /// <summary>
    /// Composed letters (NFC), no invisible characters, single spaces, lines without spaces at their ends, no empty lines.
    /// Doing it twice changes nothing.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Kind(rune))
            {
                case ' ':
                    if (clean.Length > 0 && clean[^1] is not (' ' or '\n'))
                    {
                        clean.Append(' ');
                    }

                    break;
                case '\n':
                    TrimSpaces(clean);
                    if (clean.Length > 0 && clean[^1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case 'x':
                    clean.Append(rune);
                    break;
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '\n');
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ');

    /// <summary>A name in addresses and files: without diacritics, in lower case.</summary>
    public static string Slug(string name) => TopicList.Slug(name);

    /// <summary>The beginning of a text, to show which one is meant.</summary>
    internal static string Beginning(string text)
    {
        var line = Line(text.Length > 400 ? text[..400] : text);
        return line.Length <= 80 ? line : $"{line[..(char.IsHighSurrogate(line[78]) ? 78 : 79)]}…";
    }

    /// <summary>What becomes of a character: 'x' kept, ' ' a space, '\n' the end of a line, '\0' left out.</summary>
    internal static char Kind(Rune rune) => rune.Value switch
    {
        '\n' or '\v' or '\f' or 0x2028 or 0x2029 or 0x85 => '\n',
        '\t' => ' ',
        '\r' => '\0',
        0x200D => 'x', // joins emoji
        0xFFFD => '\0', // half a character
        >= 0xFDD0 and <= 0xFDEF => '\0',
        _ when (rune.Value & 0xFFFE) == 0xFFFE => '\0',
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Control or UnicodeCategory.Format => '\0',
            _ => 'x',
        },
    };

    private static void TrimSpaces(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
