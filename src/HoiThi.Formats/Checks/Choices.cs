using HoiThi.Core.Questions;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A question has a right choice, and no choice twice, so that what was ticked says what was meant.</summary>
internal static class Choices
{
    public static void Check(Question question, Scope scope)
    {
        if (question.Choices.Count > 0 && question.Key == 0)
        {
            scope.Add("choices", $"question {question.Code} has no right choice", "at least one 'right: …'");
        }

        Unique.Check(scope, question.Choices.Select((choice, index) => (SameText.Of(choice.Text), $"choices[{index}]")), "choice");
    }
}
