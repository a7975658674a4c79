using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Tests.Banks;
using Microsoft.Playwright;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>
/// A hundred questions in one Word file as three offices wrote them: lines with a bold key, choices in one line with tabs and an
/// asterisk, and a table with a column for the key. Each part is a chapter.
/// </summary>
internal static class ClerksBank
{
    private const string Bold = "<w:b/>";

    /// <summary>The chapters, which are the topics of the bank, each with how many questions it has.</summary>
    public static IReadOnlyList<(string Topic, int Count)> Chapters { get; } = [("Cải cách thể chế", 34), ("Cải cách thủ tục hành chính", 33), ("Chính quyền điện tử, chính quyền số", 33)];

    public static IReadOnlyList<Question> Questions { get; } = [.. new[] { "tuan-1", "tuan-2" }
        .SelectMany(week => QuestionsYaml.Read(File.ReadAllText(Path.Combine(Checkout.Demo, "questions", week + ".yaml")), week + ".yaml").Require().Questions)
        .Take(Chapters.Sum(chapter => chapter.Count))];

    public static FilePayload Document()
    {
        var clerk = new Clerk(2031).Line(("BỘ CÂU HỎI TÌM HIỂU CẢI CÁCH HÀNH CHÍNH", Bold)).Line(("(Kèm theo Kế hoạch số 274/KH-UBND)", "<w:i/>"));
        var parts = new[] { BoldKey, OneLine, (Action<Clerk, IEnumerable<(int, Question)>>)Columns };
        var first = 0;
        foreach (var (index, (topic, count)) in Chapters.Index())
        {
            clerk.Heading(1, $"Chương {index + 1}. {topic}");
            parts[index](clerk, Questions.Index().Skip(first).Take(count).Select(each => (each.Index + 1, each.Item)));
            first += count;
        }

        return new FilePayload { Name = "ngan-hang-100-cau.docx", MimeType = "application/octet-stream", Buffer = clerk.Save() };
    }

    /// <summary>What a reader of the file has to make of a question.</summary>
    public static (string Text, string Choices) Meaning(Question question) =>
        (BankText.Clean(question.Text.Vi), string.Join('|', question.Choices.Select(choice => (choice.Right ? "*" : "") + BankText.Clean(choice.Text.Vi))));

    private static void BoldKey(Clerk clerk, IEnumerable<(int Number, Question Question)> questions)
    {
        foreach (var (number, question) in questions)
        {
            clerk.Line(($"Câu {number}: ", Bold), (question.Text.Vi, Bold));
            foreach (var (index, choice) in question.Choices.Index())
            {
                clerk.Line(($"{Letter(index)}. ", ""), (choice.Text.Vi, choice.Right ? Bold : ""));
            }
        }
    }

    private static void OneLine(Clerk clerk, IEnumerable<(int Number, Question Question)> questions)
    {
        foreach (var (number, question) in questions)
        {
            clerk.Line($"{number}) {question.Text.Vi}");
            clerk.Line(string.Join('\t', question.Choices.Index().Select(choice => $"{(choice.Item.Right ? "*" : "")}{Letter(choice.Index)}. {choice.Item.Text.Vi}")));
        }
    }

    private static void Columns(Clerk clerk, IEnumerable<(int Number, Question Question)> questions) => clerk.Table(questions
        .Select(each => (string[])[$"{each.Number}", each.Question.Text.Vi, .. Enumerable.Range(0, 4).Select(index => index < each.Question.Choices.Count ? each.Question.Choices[index].Text.Vi : ""), Key(each.Question)])
        .Prepend(["STT", "Câu hỏi", "A", "B", "C", "D", "Đáp án"])
        .Select(row => row.Select(cell => Clerk.Cell(cell))));

    private static char Letter(int index) => (char)('A' + index);

    private static string Key(Question question) => string.Concat(question.Choices.Index().Where(choice => choice.Item.Right).Select(choice => Letter(choice.Index)));
}
