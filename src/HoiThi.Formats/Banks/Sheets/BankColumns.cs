using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Sheets;

/// <summary>A bank as a table: the columns with their names, and how each question fills them.</summary>
internal static class BankColumns
{
    private const string Right = "x";

    /// <summary>The columns that are there in every file, so that a template shows them.</summary>
    private static readonly (string Name, bool Always, Func<Question, Topic, string?> Get)[] Before =
    [
        ("Mã", true, (question, _) => question.Code),
        ("Mã chủ đề", true, (question, _) => question.Topic),
        ("Tên chủ đề", true, (_, topic) => topic.Name.Vi),
        ("Tên chủ đề (EN)", false, (_, topic) => topic.Name.En),
        ("Mức độ", true, (question, _) => DifficultyWords.Of(question.Difficulty).Vi),
        ("Câu hỏi", true, (question, _) => question.Text.Vi),
        ("Câu hỏi (EN)", false, (question, _) => question.Text.En),
    ];

    private static readonly (string Name, bool Always, Func<Question, Topic, string?> Get)[] After =
    [
        ("Đáp án", true, (question, _) => Key(question)),
        ("Đáp số", false, (question, _) => question.Number is { } number ? Figures.Plain(number.Value) : null),
        ("Sai số", false, (question, _) => question.Number is { Tolerance: > 0 } number ? Figures.Plain(number.Tolerance) : null),
        ("Số từ", false, (question, _) => question.Essay is { } essay ? $"{essay.Words}" : null),
        ("Điểm", false, (question, _) => question.Point is { } point ? Figures.Points(point) : null),
        ("Giải thích", true, (question, _) => question.Explanation?.Vi),
        ("Giải thích (EN)", false, (question, _) => question.Explanation?.En),
        ("Căn cứ", true, (question, _) => question.Source),
        ("Giữ thứ tự", false, (question, _) => question.KeepOrder ? Right : null),
    ];

    /// <summary>The header and a row a question; columns that nothing needs are left out.</summary>
    public static List<string[]> Of(QuestionBank bank)
    {
        var topics = bank.Topics.ToDictionary(topic => topic.Code, StringComparer.Ordinal);
        var columns = Before.Concat(Enumerable.Range(0, Letters.Most).SelectMany(Choice)).Concat(After)
            .Where(column => column.Always || bank.Questions.Any(question => column.Get(question, topics[question.Topic]) is { Length: > 0 }))
            .ToList();
        return [[.. columns.Select(column => column.Name)], .. bank.Questions.Select(question =>
            columns.Select(column => column.Get(question, topics[question.Topic]) ?? "").ToArray())];
    }

    private static IEnumerable<(string Name, bool Always, Func<Question, Topic, string?> Get)> Choice(int index)
    {
        var name = $"Phương án {Letters.Of(index)}";
        yield return (name, index < 4, (question, _) => index < question.Choices.Count ? question.Choices[index].Text.Vi : null);
        yield return ($"{name} (EN)", false, (question, _) => index < question.Choices.Count ? question.Choices[index].Text.En : null);
    }

    // A choice that says "B" would make the key B mean two choices; "(B)" is a letter only.
    private static string Key(Question question)
    {
        var right = question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => Letters.Of(choice.Index)).ToList();
        return question.Choices.Any(choice => KeyText.LettersOf(choice.Text.Vi) is not null)
            ? string.Join(", ", right.Select(letter => $"({letter})"))
            : string.Join(", ", right);
    }
}
