using System.Globalization;
using System.Text;

namespace HoiThi.Core.People;

/// <summary>A person's full name (họ và tên), as it will stand on a certificate.</summary>
public static class PersonName
{
    /// <summary>The fewest characters of a name.</summary>
    public const int MinLength = 4;

    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// The name with composed letters (NFC) and single spaces; written all in capitals or all in small letters, it gets
    /// a capital for each word. Errors: <c>full-name-missing</c>, <c>-letters</c>, <c>-words</c>, <c>-length</c>.
    /// </summary>
    public static Checked<string> Check(string? text)
    {
        var name = Tidy(text ?? "");
        var error = ErrorOf(name);
        return error is null ? new Checked<string>(WithCapitals(name), null) : new Checked<string>(null, error);
    }

    private static FieldError? ErrorOf(string name)
    {
        if (name.Length == 0)
        {
            return FieldError.Of("full-name-missing", "Hãy nhập họ và tên.", "Enter your full name.");
        }

        if (!HasOnlyNameLetters(name))
        {
            return FieldError.Of(
                "full-name-letters",
                "Họ và tên chỉ gồm chữ cái, dấu cách, dấu nháy, dấu gạch nối và dấu chấm.",
                "A full name has letters, spaces, apostrophes, hyphens and dots only.");
        }

        var words = name.Split(' ');
        if (words.Length < 2 || !Array.TrueForAll(words, word => word.Any(char.IsLetter)))
        {
            return FieldError.Of(
                "full-name-words",
                "Hãy nhập đầy đủ cả họ và tên, như trên căn cước công dân.",
                "Enter both family name and given name, as on the identity card.");
        }

        return name.Length is >= MinLength and <= MaxLength
            ? null
            : FieldError.Of(
                "full-name-length",
                $"Họ và tên có từ {MinLength} đến {MaxLength} ký tự.",
                $"A full name has {MinLength} to {MaxLength} characters.");
    }

    // Keyboards and word processors write these signs in several ways.
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in WellFormed.Normalise(text, NormalizationForm.FormC))
        {
            var plain = letter switch
            {
                '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
                '‐' or '‑' or '–' => '-',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            };
            if (plain is '\u200B' or '\uFEFF' || (plain == ' ' && (tidy.Length == 0 || tidy[^1] == ' ')))
            {
                continue;
            }

            tidy.Append(plain);
        }

        return tidy.ToString().TrimEnd();
    }

    // Marks that no composed letter has stay after their letter: K'Brơ̆i (Cơ Ho) is a name.
    private static bool HasOnlyNameLetters(string name)
    {
        var marks = 2;
        foreach (var letter in name)
        {
            if (letter is >= '\u0300' and <= '\u036F')
            {
                if (++marks > 2)
                {
                    return false;
                }
            }
            else if (IsLatin(letter) || letter is ' ' or '\'' or '-' or '.')
            {
                marks = char.IsLetter(letter) ? 0 : 2;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    // Basic Latin to Latin Extended-B, and Latin Extended Additional, where the Vietnamese letters are.
    private static bool IsLatin(char letter) =>
        char.IsLetter(letter) && letter is <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') && letter is not ('ª' or 'º' or 'µ');

    private static string WithCapitals(string name)
    {
        if (name.Any(char.IsUpper) && name.Any(char.IsLower))
        {
            return name;
        }

        var titled = new StringBuilder(name.Length);
        var inWord = false;
        foreach (var letter in name)
        {
            titled.Append(inWord ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter));
            inWord = char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;
        }

        return titled.ToString();
    }
}
