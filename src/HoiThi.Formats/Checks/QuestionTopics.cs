using HoiThi.Core.Questions;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>Every question is on a topic of its file.</summary>
internal static class QuestionTopics
{
    public static void Check(QuestionBank bank, Scope scope)
    {
        var topics = bank.Topics.Select(topic => topic.Code).ToList();
        foreach (var (index, question) in bank.Questions.Index())
        {
            Known.Check(scope, $"questions[{index}].topic", "topic", question.Topic, topics);
        }
    }
}
