using HoiThi.Core.Questions;

namespace HoiThi.Formats.Checks;

/// <summary>A question has a right choice, and no choice twice, so that what was ticked says what was meant.</summary>
internal static class Choices
{
    public static void Check(Question question, string path, Findings findings)
    {
        if (question.Key == 0)
        {
            findings.Add(path, $"question {question.Code} has no right choice", "at least one 'right: …'");
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, choice) in question.Choices.Index())
        {
            if (!seen.Add(SameText.Of(choice.Text)))
            {
                findings.Add($"{path}[{index}]", $"question {question.Code} has the choice '{choice.Text.Vi.ReplaceLineEndings(" ")}' twice", "different choices");
            }
        }
    }
}
