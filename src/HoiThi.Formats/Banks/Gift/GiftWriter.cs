using System.Globalization;
using System.Text;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Gift;

/// <summary>Writes GIFT; what it has no place for stands in tags, which Moodle keeps.</summary>
internal static class GiftWriter
{
    public static string Write(QuestionBank bank)
    {
        var text = new StringBuilder();
        var names = bank.Topics.ToDictionary(topic => topic.Code, topic => topic.Name.Vi, StringComparer.Ordinal);
        var topic = "";
        foreach (var question in bank.Questions)
        {
            if (question.Topic != topic)
            {
                topic = question.Topic;
                text.Append(CultureInfo.InvariantCulture, $"$CATEGORY: {names[topic].Replace("/", "//", StringComparison.Ordinal)}\n\n");
            }

            Write(question, text);
        }

        return text.ToString();
    }

    private static void Write(Question question, StringBuilder text)
    {
        var tags = new List<string> { $"[id:{question.Code}]", $"[tag:difficulty-{DifficultyWords.Of(question.Difficulty).En}]" };
        if (question.KeepOrder)
        {
            tags.Add("[tag:keep-order]");
        }

        if (question.Point is { } point)
        {
            tags.Add($"[tag:point-{point}]");
        }

        if (question.Essay is { } essay)
        {
            tags.Add($"[tag:words-{essay.Words}]");
        }

        text.Append(CultureInfo.InvariantCulture, $"// {string.Join(' ', tags)}\n::{question.Code}::[plain]{GiftText.Escape(question.Text.Vi)} {{");
        Answers(question, text);
        if (question.Explanation is { } why)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(question.Choices.Count > 0 ? "" : "\n")}\t####{Text(why.Vi)}");
        }

        text.Append("}\n\n");
    }

    private static void Answers(Question question, StringBuilder text)
    {
        if (question.Number is { } number)
        {
            text.Append(CultureInfo.InvariantCulture, $"#{Figures.Plain(number.Value)}:{Figures.Plain(number.Tolerance)}");
        }

        var right = question.Choices.Count(choice => choice.Right);
        var share = right == 0 ? "" : (100m / right).ToString("0.#####", CultureInfo.InvariantCulture);
        foreach (var choice in question.Choices)
        {
            var weight = right > 1 ? choice.Right ? $"%{share}%" : "%-100%" : choice.Text.Vi.StartsWith('%') ? choice.Right ? "%100%" : "%0%" : "";
            text.Append(CultureInfo.InvariantCulture, $"\n\t{(choice.Right && right == 1 ? '=' : '~')}{weight}{Text(choice.Text.Vi)}");
        }

        text.Append(question.Choices.Count > 0 ? "\n" : "");
    }

    private static string Text(string text) => text.StartsWith('[') ? $"[plain]{GiftText.Escape(text)}" : GiftText.Escape(text);
}
