using HoiThi.Core.Questions;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>A question asks for a choice, a number or a text.</summary>
internal static class AnswerForms
{
    public static void Check(Question question, Scope scope)
    {
        var given = new[] { question.Choices.Count > 0, question.Number is not null, question.Essay is not null }.Count(each => each);
        if (given != 1)
        {
            scope.Add(
                "",
                $"question {question.Code} has {(given == 0 ? "nothing to answer" : $"{given} kinds of answers")}",
                "exactly one of choices, number, essay");
        }

        if (question is { Point: 0, Essay: null })
        {
            scope.Add(
                "point",
                $"question {question.Code} gives no points",
                "0.01 or more; 0 only where a text is asked for and not marked");
        }

        if (question is { KeepOrder: true, Choices.Count: 0 })
        {
            scope.Add(
                "keepOrder",
                $"question {question.Code} keeps the order of choices that it does not have",
                "'keepOrder' only beside 'choices'");
        }
    }
}
