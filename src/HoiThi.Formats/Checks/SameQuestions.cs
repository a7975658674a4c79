using HoiThi.Core.Questions;

namespace HoiThi.Formats.Checks;

/// <summary>
/// No question is there twice. "Which of these is right?" may be asked often: questions are the same when they ask
/// the same and a right choice is the same as well.
/// </summary>
internal static class SameQuestions
{
    public static void Check(ContestParts parts)
    {
        var seen = new Dictionary<(string Text, string Answer), string>();
        foreach (var (bank, index, question) in parts.Questions)
        {
            var path = $"questions[{index}].text";
            var identities = Identities(question).ToList();
            if (identities.Select(identity => seen.GetValueOrDefault(identity)).FirstOrDefault(found => found is not null) is { } same)
            {
                bank.Scope.Add(path, $"question {question.Code} is the same as {same}", "each question once");
            }

            foreach (var identity in identities)
            {
                seen.TryAdd(identity, $"{question.Code} ({bank.Findings.File}:{bank.Findings.LineOf(path)})");
            }
        }
    }

    private static IEnumerable<(string Text, string Answer)> Identities(Question question) => question.Choices
        .Where(choice => choice.Right)
        .Select(choice => (SameText.Of(question.Text).ToUpperInvariant(), SameText.Of(choice.Text).ToUpperInvariant()));
}
