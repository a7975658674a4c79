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
    private const string MayHaveMarks = "adeou";

    /// <summary>Takes apart what was typed; without a letter or digit everything matches.</summary>
    public static SearchPatterns Of(string query) => new(
        [.. SearchText.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => " " + word)],
        [.. SearchWord.Of(query).Where(word => word.HasDiacritics).Select(word => $"% {PatternOf(word)}%")]);

    /// <summary>The text as <see cref="Folded"/> is looked for in it: a space before every word.</summary>
    public static string Fold(string text) => " " + SearchText.Fold(text);

    /// <summary>
    /// The text as <see cref="Spelled"/> is looked for in it: a space before every word, then its tone as a digit, then its
    /// letters, each one character. "Thủ tục" is " 4thu 5tuc", however the tone was placed.
    /// </summary>
    public static string Spell(string text)
    {
        var spelled = new StringBuilder(text.Length + 16);
        foreach (var word in SearchWord.Of(text))
        {
            spelled.Append(' ').Append(ToneOf(word));
            for (var index = 0; index < word.Letters.Length; index++)
            {
                spelled.Append(LetterOf(word, index));
            }
        }

        return spelled.ToString();
    }

    // What was typed without a mark may have one: SQL's _ is any character, and the folded text says which letter it is.
    private static string PatternOf(SearchWord word)
    {
        var letters = word.Letters.Select((letter, index) =>
            word.Marks[index].Length == 0 && MayHaveMarks.Contains(letter, StringComparison.Ordinal) ? '_' : LetterOf(word, index));
        return (word.Tones.Length == 0 ? '_' : ToneOf(word)) + string.Concat(letters);
    }

    private static char ToneOf(SearchWord word) => (char)('0' + (word.Tones.Length == 0 ? 0 : Tones.IndexOf(word.Tones[0], StringComparison.Ordinal) + 1));

    private static char LetterOf(SearchWord word, int index)
    {
        var (letter, marks) = (word.Letters[index], word.Marks[index]);
        if (marks == SearchWord.Stroke)
        {
            return 'đ';
        }

        var composed = marks.Length == 0 ? "" : $"{letter}{marks}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? composed[0] : letter;
    }
}
