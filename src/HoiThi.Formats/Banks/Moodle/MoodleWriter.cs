using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks.Files;

namespace HoiThi.Formats.Banks.Moodle;

/// <summary>Writes Moodle's XML.</summary>
internal static class MoodleWriter
{
    public static byte[] Write(QuestionBank bank)
    {
        var topics = bank.Topics.ToDictionary(topic => topic.Code, StringComparer.Ordinal);
        var quiz = new XElement("quiz");
        var current = "";
        foreach (var question in bank.Questions)
        {
            if (question.Topic != current)
            {
                current = question.Topic;
                quiz.Add(Category(topics[current]));
            }

            quiz.Add(Write(question));
        }

        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(quiz).Save(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Category(Topic topic) => new(
        "question",
        new XAttribute("type", "category"),
        new XElement("category", Plain($"$course$/top/{topic.Name.Vi.Replace("/", "//", StringComparison.Ordinal)}")),
        new XElement("idnumber", topic.Code));

    private static XElement Write(Question question)
    {
        var type = question.Essay is not null ? "essay" : question.Number is not null ? "numerical" : "multichoice";
        return new(
            "question",
            new XAttribute("type", type),
            new XElement("name", Plain(question.Code)),
            Html("questiontext", question.Text.Vi),
            Html("generalfeedback", question.Explanation?.Vi ?? ""),
            new XElement("defaultgrade", Figures.Points(question.Point ?? 100)),
            new XElement("penalty", 0),
            new XElement("hidden", 0),
            new XElement("idnumber", question.Code),
            new XElement("shuffleanswers", question.KeepOrder ? "false" : "true"),
            Answers(question),
            new XElement("tags", Tags(question).Select(tag => new XElement("tag", Plain(tag)))));
    }

    private static IEnumerable<string> Tags(Question question)
    {
        yield return DifficultyWords.Of(question.Difficulty).En;
        if (question.Source is { } source)
        {
            yield return $"source:{source}";
        }
    }

    private static IEnumerable<XElement> Answers(Question question)
    {
        if (question.Essay is { } essay)
        {
            return [new("responseformat", "plain"), new("responserequired", 1), new("maxwordlimit", essay.Words)];
        }

        if (question.Number is { } number)
        {
            return [new("answer", new XAttribute("fraction", 100), new XElement("text", Figures.Plain(number.Value)), new XElement("tolerance", Figures.Plain(number.Tolerance)))];
        }

        var right = question.Choices.Count(choice => choice.Right);
        var share = right == 0 ? "0" : (100m / right).ToString("0.#####", CultureInfo.InvariantCulture);
        return question.Choices
            .Select(choice =>
            {
                var answer = Html("answer", choice.Text.Vi);
                answer.SetAttributeValue("fraction", choice.Right ? share : right > 1 ? "-100" : "0");
                return answer;
            })
            .Prepend(new XElement("answernumbering", "ABCD"))
            .Prepend(new XElement("single", right > 1 ? "false" : "true"));
    }

    private static XElement Html(string name, string text) => new(name, new XAttribute("format", "html"), Plain(HtmlText.Encode(text)));

    private static XElement Plain(string text) => new("text", text);
}
