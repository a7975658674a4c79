using System.Globalization;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Gift;

/// <summary>Numbers as GIFT writes them: <c>1822:5</c>, <c>3.141..3.142</c>, or several with weights.</summary>
internal static class GiftNumber
{
    public static void Read(Draft draft, string text, BankBuilder builder)
    {
        var feedback = GiftText.Find(text, "#");
        var answers = text.StartsWith('=') || text.StartsWith('~') ? GiftAnswer.Of(text, "plain") : [new GiftAnswer(true, null, feedback < 0 ? text : text[..feedback], "", "")];
        var full = answers.Where(answer => (answer.Weight ?? 100) >= 100 && answer.Right).ToList();
        if (full is not [var only] || ValueOf(only.Raw.Trim()) is not { } value)
        {
            builder.Leave(draft.Place, "numerical", draft.Text, "Không có đúng một đáp số, hoặc không đọc được đáp số.", "There is not exactly one right number, or it cannot be read.");
            return;
        }

        draft.Answer = value;
        foreach (var partial in answers.Where(answer => answer.Weight is > 0 and < 100))
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"{partial.Raw.Trim()}, {partial.Weight:0.##} %");
            draft.Problems.Add(QuestionProblems.Partial(draft.Place, said, said));
        }

        builder.Add(draft);
    }

    private static NumberAnswer? ValueOf(string text)
    {
        if (text.Split("..") is [var low, var high])
        {
            return Of(low) is { } from && Of(high) is { } to && from <= to ? new((from + to) / 2, (to - from) / 2) : null;
        }

        var parts = text.Replace("\\:", ":", StringComparison.Ordinal).Split(':');
        return parts.Length <= 2 && Of(parts[0]) is { } value && (parts.Length == 1 ? 0 : Of(parts[1])) is { } off and >= 0 ? new(value, off) : null;
    }

    private static decimal? Of(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15m ? value : null;
}
