using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>What is left of a bank in a format: some have no second language, no codes or no sources.</summary>
public static class BankCarried
{
    /// <summary>The bank as it is after writing and reading it, with the default <see cref="BankOptions"/>.</summary>
    public static QuestionBank Of(QuestionBank bank, BankFormat format)
    {
        var topics = bank.Topics.ToDictionary(topic => topic.Code, StringComparer.Ordinal);
        var list = new TopicList(BankOptions.Default.Topic);
        var questions = (format == BankFormat.Qti3 ? ByTopic(bank) : bank.Questions)
            .Select(question => Carry(question, format) with { Topic = Take(list, topics[question.Topic], format) })
            .ToList();
        if (format == BankFormat.Word)
        {
            questions = [.. questions.Select((question, index) => question with { Code = $"{BankOptions.Default.CodePrefix}{index + 1:000}" })];
        }

        return new(list.All.ToValueList(), questions.ToValueList());
    }

    // A section of a test is there once, with all its items.
    private static IEnumerable<Question> ByTopic(QuestionBank bank) =>
        bank.Questions.GroupBy(question => question.Topic, StringComparer.Ordinal).SelectMany(group => group);

    private static string Take(TopicList list, Topic topic, BankFormat format) => format switch
    {
        BankFormat.Yaml or BankFormat.Excel or BankFormat.Csv => list.Take(topic with { Name = Clean(topic.Name, english: true, line: true) }),
        BankFormat.MoodleXml or BankFormat.Qti3 => list.Take(topic with { Name = Clean(topic.Name, english: false, line: true) }),
        _ => list.CodeOf(topic.Name.Vi),
    };

    private static Question Carry(Question question, BankFormat format)
    {
        var english = format is BankFormat.Yaml or BankFormat.Excel or BankFormat.Csv;
        var clean = question with
        {
            Text = Clean(question.Text, english),
            Choices = [.. question.Choices.Select(choice => choice with { Text = Clean(choice.Text, english) })],
            Explanation = question.Explanation is { } why ? Clean(why, english) : null,
            Source = question.Source is { } source ? BankText.Clean(source) : null,
            KeepOrder = question.KeepOrder && question.Choices.Count > 0,
            Images = format == BankFormat.Yaml ? question.Images : null,
        };
        return format switch
        {
            BankFormat.Word => clean with { Difficulty = BankOptions.Default.Difficulty, Explanation = null, Source = null, KeepOrder = false, Point = null },
            BankFormat.Gift => clean with { Source = null },
            BankFormat.MoodleXml => clean with { Point = clean.Point == 100 ? null : clean.Point, Source = clean.Source?.Replace('\n', ' ') },
            BankFormat.Qti3 => clean with { Point = clean.Point == 100 ? null : clean.Point },
            _ => clean,
        };
    }

    private static LocalText Clean(LocalText text, bool english, bool line = false)
    {
        var vi = BankText.Clean(text.Vi);
        var en = english && text.En is { } written ? BankText.Clean(written) : "";
        return line
            ? new(vi.Replace('\n', ' '), en.Length > 0 ? en.Replace('\n', ' ') : null)
            : new(vi, en.Length > 0 ? en : null);
    }
}
