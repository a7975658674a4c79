using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>Documents in ten styles and from two programs, read fully right: each question, choice and key.</summary>
public class WordFixtureTests
{
    private static readonly Lazy<List<Question>> Demo = new(() => [.. Enumerable.Range(1, 4).SelectMany(week =>
        QuestionsYaml.Read(File.ReadAllText(Repository.Path($"contests/hai-phong-cchc-2023/questions/tuan-{week}.yaml")), "q.yaml").Require().Questions)]);

    public static IEnumerable<TheoryDataRow<string, int>> Styles =>
    [
        .. ClerkStyles.All.Keys.Select((style, index) => new TheoryDataRow<string, int>(style, style == "hon-hop-100" ? 100 : 10 + (index * 5))),
        new("libreoffice-danh-sach", 20),
        new("libreoffice-bang", 12),
    ];

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_document_of_a_clerk_is_read_fully_right(string style, int count)
    {
        // Groups of a topic stay together, as a document with chapters has them.
        var wanted = Demo.Value.Skip(count).Take(count).OrderBy(question => question.Topic, StringComparer.Ordinal).ToList();
        var path = Repository.Path($"tests/HoiThi.Formats.Tests/Banks/Fixtures/{style}.docx");
        if (Environment.GetEnvironmentVariable("HOITHI_UPDATE") == "1" && ClerkStyles.All.TryGetValue(style, out var write))
        {
            File.WriteAllBytes(path, write(wanted));
        }

        var reading = ReadBank.From(File.ReadAllBytes(path), $"{style}.docx");

        reading.Format.ShouldBe(BankFormat.Word);
        reading.Problems.Where(problem => problem.Kind != ProblemKind.Note).ShouldBeEmpty();
        foreach (var (read, question) in reading.Questions.Zip(wanted))
        {
            read.Question.Text.Vi.ShouldBe(BankText.Clean(question.Text.Vi));
            read.Question.Choices.Select(choice => (choice.Text.Vi, choice.Right)).ShouldBe(question.Choices.Select(choice => (BankText.Clean(choice.Text.Vi), choice.Right)));
            read.Problems.ShouldBeEmpty();
        }

        reading.Questions.Count.ShouldBe(wanted.Count);
        reading.Whole.ShouldBeTrue();
        if (style.StartsWith("chuong", StringComparison.Ordinal))
        {
            reading.Topics.Select(topic => topic.Name.Vi).ShouldBe(wanted.Select(question => question.Topic).Distinct(StringComparer.Ordinal));
        }
    }
}
