using HoiThi.Core.Questions;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>An image stands in a choice that is there.</summary>
internal static class QuestionImages
{
    public static void Check(Question question, Scope scope)
    {
        foreach (var (index, image) in (question.Images ?? []).Index())
        {
            if (image.Choice > question.Choices.Count)
            {
                scope.Add(
                    $"images[{index}].choice",
                    $"question {question.Code} has no choice {image.Choice}",
                    question.Choices.Count == 0 ? "no 'choice' where there are none" : $"1–{question.Choices.Count}");
            }
        }
    }
}
