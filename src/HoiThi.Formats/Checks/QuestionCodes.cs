using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>A question's code is unique in the contest, not only in its file.</summary>
internal static class QuestionCodes
{
    public static void Check(ContestBundle bundle, BundleFindings findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (round, bank) in bundle.Banks.Index())
        {
            foreach (var (index, question) in bank.Questions.Index())
            {
                if (!seen.TryAdd(question.Code, round) && seen[question.Code] != round)
                {
                    findings.Banks[round].Add(
                        $"questions[{index}].code",
                        $"question '{question.Code}' is in {findings.Banks[seen[question.Code]].File} already",
                        "each code once in the contest");
                }
            }
        }
    }
}
