using HoiThi.Core.Questions;

namespace HoiThi.Formats.Checks;

/// <summary>All rules across the keys of one question file.</summary>
internal static class QuestionChecks
{
    public static void Check(QuestionBank bank, Findings findings)
    {
        var topics = bank.Topics.Select(topic => topic.Code).ToList();
        Unique.Check(findings, topics, index => $"topics[{index}].code", "topic");
        Unique.Check(findings, bank.Questions.Select(question => question.Code), index => $"questions[{index}].code", "question");
        foreach (var (index, question) in bank.Questions.Index())
        {
            Known.Check(findings, $"questions[{index}].topic", "topic", question.Topic, topics);
            Choices.Check(question, $"questions[{index}].choices", findings);
        }
    }
}
