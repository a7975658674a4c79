using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// No question is there twice. "Which of these is right?" may be asked often: questions are the same when they ask
/// the same and a right choice is the same as well. Two divisions may have it each in a file of their own, and two rounds
/// that are drawn from one bank may have the very same question, by its code.
/// </summary>
internal static class SameQuestions
{
    public static void Check(ContestParts parts)
    {
        var divisions = DivisionsOf(parts);
        var seen = new Dictionary<(string Text, string Answer), List<(Located<QuestionBank> Bank, Question Question, string Name)>>();
        foreach (var (bank, index, question) in parts.Questions)
        {
            var path = $"questions[{index}].text";
            var identities = Identities(question).ToList();
            var same = identities.SelectMany(identity => seen.GetValueOrDefault(identity) ?? [])
                .FirstOrDefault(other => divisions[other.Bank].Overlaps(divisions[bank]) && (other.Bank == bank || other.Question != question));
            if (same.Name is not null)
            {
                bank.Scope.Add(path, $"question {question.Code} is the same as {same.Name}", "each question once");
            }

            foreach (var identity in identities)
            {
                seen.TryAdd(identity, []);
                seen[identity].Add((bank, question, $"{question.Code} ({bank.Findings.File}:{bank.Findings.LineOf(path)})"));
            }
        }
    }

    /// <summary>Who gets the questions of a file: the indexes of divisions, 0 where there are none.</summary>
    private static Dictionary<Located<QuestionBank>, HashSet<int>> DivisionsOf(ContestParts parts)
    {
        var divisions = new Dictionary<Located<QuestionBank>, HashSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (var bank in parts.Banks.OfType<Located<QuestionBank>>())
        {
            divisions.TryAdd(bank, parts.Contest.Value is null ? [0] : []);
        }

        foreach (var each in parts.Contest.Value is { } contest ? RulesInPlace.Of(contest) : [])
        {
            if (parts.FileOf(each.Contest, each.Index, each.Division) is { } bank)
            {
                divisions[bank].Add(each.Division);
            }
        }

        return divisions;
    }

    private static IEnumerable<(string Text, string Answer)> Identities(Question question) => question.Choices
        .Where(choice => choice.Right)
        .Select(choice => SameText.Of(choice.Text).ToUpperInvariant())
        .DefaultIfEmpty("")
        .Select(answer => (SameText.Of(question.Text).ToUpperInvariant(), answer));
}
