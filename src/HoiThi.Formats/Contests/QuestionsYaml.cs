using HoiThi.Core.Questions;

namespace HoiThi.Formats.Contests;

/// <summary>A question bank as the text of a question file (see <c>docs/contest-file.md</c>).</summary>
public static class QuestionsYaml
{
    /// <summary>Reads a bank and checks all rules that need no other file; comments are not kept.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">What mistakes call the file.</param>
    public static Reading<QuestionBank> Read(string text, string fileName) => Locate(text, fileName).ToReading();

    /// <summary>Writes a bank: the same bank always gives the same text, which reads back as an equal bank.</summary>
    public static string Write(QuestionBank bank) => YamlFile.Write(bank, QuestionShape.Bank);

    /// <summary>Reads one question as an item of such a file.</summary>
    public static Reading<Question> ReadQuestion(string text, string fileName) => YamlFile.Read(text, fileName, QuestionShape.Question).ToReading();

    /// <summary>Writes one question as an item of such a file.</summary>
    public static string WriteQuestion(Question question) => YamlFile.Write(question, QuestionShape.Question);

    internal static Located<QuestionBank> Locate(string text, string fileName) =>
        YamlFile.Read(text, fileName, QuestionShape.Bank);
}
