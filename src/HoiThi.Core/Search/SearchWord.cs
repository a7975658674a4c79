using System.Text;

namespace HoiThi.Core.Search;

/// <summary>
/// A word as letters, the marks that make each of them another letter (â, ơ, đ), and its tones. Tones belong to the
/// word, for "hoà" and "hòa" are one word in two spellings; marks belong to the letter.
/// </summary>
/// <param name="Letters">Lower case, without any mark.</param>
/// <param name="Marks">The marks of each letter, in the order of Unicode; empty for most.</param>
/// <param name="Tones">The tone marks of the word; Vietnamese has one at most.</param>
internal sealed record SearchWord(string Letters, string[] Marks, string Tones)
{
    private const string AllTones = "\u0300\u0301\u0303\u0309\u0323"; // huyền, sắc, ngã, hỏi, nặng
    internal const string Stroke = "\u0335";

    public bool HasDiacritics => Tones.Length > 0 || Marks.Any(mark => mark.Length > 0);

    /// <summary>The words of a text.</summary>
    public static List<SearchWord> Of(string text)
    {
        var words = new List<SearchWord>();
        var letters = new StringBuilder();
        var marks = new List<string>();
        var tones = "";
        foreach (var letter in WellFormed.Normalise(text, NormalizationForm.FormD))
        {
            if (AllTones.Contains(letter, StringComparison.Ordinal))
            {
                tones += letter;
            }
            else if (SearchText.IsMark(letter))
            {
                if (marks.Count > 0)
                {
                    marks[^1] += letter;
                }
            }
            else if (char.IsLetterOrDigit(letter))
            {
                letters.Append(SearchText.BaseOf(letter));
                marks.Add(letter is 'đ' or 'Đ' ? Stroke : "");
            }
            else
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            if (letters.Length > 0)
            {
                words.Add(new SearchWord(letters.ToString(), [.. marks], tones));
            }

            letters.Clear();
            marks.Clear();
            tones = "";
        }
    }

    /// <summary>Whether this, as typed so far, begins <paramref name="word"/>: every mark of this is there, others may be.</summary>
    public bool Begins(SearchWord word) =>
        word.Letters.StartsWith(Letters, StringComparison.Ordinal)
        && Tones.All(tone => word.Tones.Contains(tone, StringComparison.Ordinal))
        && Marks.Zip(word.Marks).All(pair => pair.First.All(mark => pair.Second.Contains(mark, StringComparison.Ordinal)));
}
