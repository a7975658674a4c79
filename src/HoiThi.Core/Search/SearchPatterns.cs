using System.Text;

namespace HoiThi.Core.Search;

/// <summary>
/// The same search as <see cref="SearchQuery"/> for a database, which has no words but characters: texts are kept folded and
/// spelled, and what was typed becomes pieces and patterns that these must hold.
/// </summary>
/// <param name="Folded">Every one of them must be in <see cref="Fold"/> of the text.</param>
/// <param name="Spelled">Every one of them must match <see cref="Spell"/> of the text, as SQL's LIKE does.</param>
public sealed record SearchPatterns(ValueList<string> Folded, ValueList<string> Spelled)
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323"; // huyền, sắc, ngã, hỏi, nặng
    private const string Marks = SearchWord.Stroke + "\u0306\u0302\u031B"; // đ, ă, â, ơ

    /// <summary>Takes apart what was typed; without a letter or digit everything matches.</summary>
    public static SearchPatterns Of(string query) => new(
        [.. SearchText.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => " " + word)],
        [.. SearchWord.Of(query).Where(word => word.HasDiacritics).Select(word => $"% {PatternOf(word)}%")]);

    /// <summary>The text as <see cref="Folded"/> is looked for in it: a space before every word.</summary>
    public static string Fold(string text) => " " + SearchText.Fold(text);

    /// <summary>
    /// The text as <see cref="Spelled"/> is looked for in it: a space before every word, then its tone as a digit, then each
    /// letter with its mark as a digit. "Thủ tục" is " 4t0h0u0 5t0u0c0", however the tone was placed.
    /// </summary>
    public static string Spell(string text)
    {
        var spelled = new StringBuilder(2 * text.Length);
        foreach (var word in SearchWord.Of(text))
        {
            spelled.Append(' ').Append(DigitOf(word.Tones, Tones));
            foreach (var (letter, marks) in word.Letters.Zip(word.Marks))
            {
                spelled.Append(letter).Append(DigitOf(marks, Marks));
            }
        }

        return spelled.ToString();
    }

    // What was typed without a mark may have one: SQL's _ is any character.
    private static string PatternOf(SearchWord word) => string.Concat(
        word.Letters.Zip(word.Marks, (letter, marks) => $"{letter}{(marks.Length == 0 ? '_' : DigitOf(marks, Marks))}")
            .Prepend(word.Tones.Length == 0 ? "_" : DigitOf(word.Tones, Tones).ToString()));

    private static char DigitOf(string found, string known) => (char)('0' + (found.Length == 0 ? 0 : known.IndexOf(found[0], StringComparison.Ordinal) + 1));
}
