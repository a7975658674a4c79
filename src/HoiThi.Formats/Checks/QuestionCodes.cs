using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A question's code is unique in the contest, not only in its file.</summary>
internal static class QuestionCodes
{
    public static void Check(ContestParts parts)
    {
        var seen = new Dictionary<string, (Located<QuestionBank> Bank, int Line)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (bank, index, question) in parts.Questions)
        {
            var path = $"questions[{index}].code";
            if (!seen.TryAdd(question.Code, (bank, bank.Findings.LineOf(path))) && seen[question.Code].Bank != bank)
            {
                var (other, line) = seen[question.Code];
                bank.Scope.Add(
                    path,
                    $"question '{question.Code}' is in {other.Findings.File}:{line} already",
                    "each code once in the contest");
            }
        }
    }
}
