using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A question's code is unique in the contest, not only in its file. Rounds whose questions are drawn from one bank may share
/// some: the same code in another file is then the very same question.
/// </summary>
internal static class QuestionCodes
{
    public static void Check(ContestParts parts)
    {
        var seen = new Dictionary<string, (Located<QuestionBank> Bank, int Line, Question Question)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (bank, index, question) in parts.Questions)
        {
            var path = $"questions[{index}].code";
            if (!seen.TryAdd(question.Code, (bank, bank.Findings.LineOf(path), question)) && seen[question.Code] is var first && first.Bank != bank && first.Question != question)
            {
                bank.Scope.Add(
                    path,
                    $"question '{question.Code}' is in {first.Bank.Findings.File}:{first.Line} already",
                    "each code once in the contest, or the very same question");
            }
        }
    }
}
