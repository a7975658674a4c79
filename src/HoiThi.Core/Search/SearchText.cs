using System.Globalization;
using System.Text;

namespace HoiThi.Core.Search;

/// <summary>Finding Vietnamese names by what people type, with or without diacritics.</summary>
public static class SearchText
{
    /// <summary>
    /// The text to search in: lower case, without diacritics (đ as d), everything but letters and digits as one space.
    /// "Ban Thi đua - Khen thưởng" is "ban thi dua khen thuong".
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in WellFormed.Normalise(text, NormalizationForm.FormD))
        {
            if (IsMark(letter))
            {
                continue;
            }

            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(BaseOf(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// Whether every word of <paramref name="query"/> begins some word of the text, in any order. A diacritic that is
    /// typed must be there; where none is typed any will do. The place of the tone mark does not matter: "thuỷ" finds "thủy".
    /// </summary>
    /// <param name="query">What was typed.</param>
    /// <param name="folded"><see cref="Fold"/> of <paramref name="original"/>, kept by the caller.</param>
    /// <param name="original">The text.</param>
    public static bool Matches(string query, string folded, string original) => new SearchQuery(query).Matches(folded, original);

    internal static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    /// <summary>The letter without case or stroke; its marks are characters of their own once decomposed.</summary>
    internal static char BaseOf(char letter) => char.ToLowerInvariant(letter) is var lower && lower == 'đ' ? 'd' : lower;
}
