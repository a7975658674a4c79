using System.Text;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>
/// "hoà" and "hòa", "thuỷ" and "thủy" are one word: the older way puts the tone on the first of the two vowels, the newer on the
/// second. A bank that has both looks careless, and a search must find both.
/// </summary>
internal static class ToneSpelling
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly string[] OpenPairs = ["oa", "oe", "uy"];

    public static IEnumerable<LintFinding> Of(IReadOnlyList<Question> questions)
    {
        var spellings = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var word in questions.SelectMany(Texts).SelectMany(Words).Where(HasOpenPair))
        {
            var unified = Unify(word);
            if (!spellings.TryGetValue(unified, out var ways))
            {
                spellings.Add(unified, ways = new(StringComparer.Ordinal));
            }

            ways.Add(word.Normalize(NormalizationForm.FormC).ToLowerInvariant());
        }

        var both = spellings.Values.Where(ways => ways.Count > 1).Select(ways => string.Join("/", ways)).ToList();
        if (both.Count > 0)
        {
            var list = string.Join(", ", both.Take(10));
            yield return new("tone-spelling", [], new($"Dấu thanh đặt theo hai kiểu: {list}.", $"Tones are placed in two ways: {list}."));
        }
    }

    /// <summary>A text to compare by: one case, single spaces, the tone at the end of its word, punctuation left out.</summary>
    public static string Unify(string text) => string.Join(' ', Words(text).Select(Unified));

    private static string Unified(string word)
    {
        var letters = new StringBuilder();
        var tones = "";
        foreach (var letter in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
            {
                tones += letter;
            }
            else
            {
                letters.Append(letter);
            }
        }

        return letters.Append(tones).ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inWord = at < text.Length && (char.IsLetterOrDigit(text[at]) || Tones.Contains(text[at], StringComparison.Ordinal));
            if (inWord && start < 0)
            {
                start = at;
            }
            else if (!inWord && start >= 0)
            {
                yield return text[start..at];
                start = -1;
            }
        }
    }

    // "toán" and "quý" have one place only; the choice is where the pair ends its word and no q stands before it.
    private static bool HasOpenPair(string word)
    {
        var plain = Unified(word).TrimEnd([.. Tones]);
        return plain.Length < Unified(word).Length && OpenPairs.Any(pair => plain.EndsWith(pair, StringComparison.Ordinal))
            && !plain.Contains("qu", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(Question question) =>
        question.Choices.Select(choice => choice.Text.Vi).Append(question.Text.Vi).Append(question.Explanation?.Vi ?? "");
}
