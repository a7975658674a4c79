using System.Globalization;
using System.Text;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Attempts;

/// <summary>What is kept of what somebody writes as an answer: it depends on the question and the text alone.</summary>
public static class WrittenAnswer
{
    /// <summary>The most bytes of UTF-8 that the texts of one attempt have together.</summary>
    public const int MostBytes = 20_000;

    /// <summary>
    /// The text as it is kept: a number in its one form; an essay cut to its words and to its share of
    /// <see cref="MostBytes"/>. Null where nothing can be kept: the question has choices, or the text is no number.
    /// </summary>
    /// <param name="paper">The paper.</param>
    /// <param name="position">Which question, from 0.</param>
    /// <param name="text">What was written; empty clears the answer.</param>
    public static string? Of(Paper paper, int position, string text)
    {
        if (position < 0 || position >= paper.Lines.Length)
        {
            return null;
        }

        return paper.QuestionAt(position) switch
        {
            { Essay: { } essay } => Cut(Clean(text), essay.Words, ShareOf(paper)),
            { Number: not null } when string.IsNullOrWhiteSpace(text) => "",
            { Number: not null } when NumberText.TryParse(text, out var number) => NumberText.Canonical(number),
            _ => null,
        };
    }

    /// <summary>How many words a text has: what stands between white space.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // Each essay has the same share, so that it does not matter in which order texts arrive.
    private static int ShareOf(Paper paper)
    {
        var (essays, numbers) = (0, 0);
        for (var position = 0; position < paper.Lines.Length; position++)
        {
            var question = paper.QuestionAt(position);
            essays += question.Essay is null ? 0 : 1;
            numbers += question.Number is null ? 0 : 1;
        }

        return (MostBytes - (numbers * NumberText.Longest)) / essays;
    }

    // One form of every character, whichever keyboard it was typed with, and no characters that nobody sees.
    private static string Clean(string text)
    {
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC);
        return string.Concat(valid.Where(character => character is '\n' or '\t' || !char.IsControl(character))).Trim();
    }

    private static string Cut(string text, int words, int bytes)
    {
        var end = 0;
        for (var count = 0; count < words && end < text.Length; count++)
        {
            end = EndOf(text, EndOf(text, end, space: true), space: false);
        }

        while (Encoding.UTF8.GetByteCount(text.AsSpan(0, end)) > bytes)
        {
            // By what people see as a character, so that none loses its accents.
            var over = Encoding.UTF8.GetByteCount(text.AsSpan(0, end)) - bytes;
            end = StartOfElement(text, Math.Max(0, end - Math.Max(1, over / 4)));
        }

        return text[..end].TrimEnd();
    }

    private static int EndOf(string text, int from, bool space)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]) == space)
        {
            from++;
        }

        return from;
    }

    // Not in the middle of a surrogate pair, nor before a mark that belongs to the character ahead of it.
    private static int StartOfElement(string text, int index)
    {
        while (index > 0 && index < text.Length
            && (char.IsLowSurrogate(text[index]) || CharUnicodeInfo.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark))
        {
            index--;
        }

        return index;
    }
}
