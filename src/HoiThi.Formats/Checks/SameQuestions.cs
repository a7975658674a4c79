using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// No question is there twice. "Which of these is right?" may be asked often: questions are the same when they ask
/// the same and a right choice is the same as well.
/// </summary>
internal static class SameQuestions
{
    public static void Check(ContestBundle bundle, BundleFindings findings)
    {
        var seen = new Dictionary<(string Text, string Answer), (string Code, string Place)>();
        foreach (var (round, bank) in bundle.Banks.Index())
        {
            foreach (var (index, question) in bank.Questions.Index())
            {
                var path = $"questions[{index}].text";
                var place = (question.Code, $"{findings.Banks[round].File}:{findings.Banks[round].LineOf(path)}");
                var same = Identities(question).Select(identity => seen.GetValueOrDefault(identity)).FirstOrDefault(found => found.Code is not null);
                if (same.Code is not null)
                {
                    findings.Banks[round].Add(path, $"question {question.Code} is the same as {same.Code} ({same.Place})", "each question once");
                }

                foreach (var identity in Identities(question))
                {
                    seen.TryAdd(identity, place);
                }
            }
        }
    }

    private static IEnumerable<(string Text, string Answer)> Identities(Question question) => question.Choices
        .Where(choice => choice.Right)
        .Select(choice => (SameText.Of(question.Text).ToUpperInvariant(), SameText.Of(choice.Text).ToUpperInvariant()));
}
