using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks;

/// <summary>Settles what was asked about a question that was read.</summary>
public static class BankAnswers
{
    /// <summary>Whether the answer to a problem is which choices are right.</summary>
    public static bool AsksForKey(BankProblem problem) => problem.Kind == ProblemKind.Open && QuestionProblems.AskForKey.Contains(problem.Code);

    /// <summary>The question with these answers; what they do not settle stays asked.</summary>
    /// <param name="read">The question as it was read.</param>
    /// <param name="key">The letters of the right choices, as in <c>AC</c>; or null.</param>
    /// <param name="words">By the index of an open problem, the value of the candidate that was chosen.</param>
    /// <param name="options">What an essay has that says nothing of its length.</param>
    public static ReadQuestion Settle(ReadQuestion read, string? key, IReadOnlyDictionary<int, string> words, BankOptions? options = null)
    {
        var question = read.Question;
        var settled = new HashSet<int>();
        foreach (var (index, problem) in read.Problems.Index().Where(each => each.Item.Kind == ProblemKind.Open && !AsksForKey(each.Item)))
        {
            if (words.TryGetValue(index, out var word) && problem.Candidates.Any(candidate => candidate.Value == word) && Apply(question, problem, word, options) is { } changed)
            {
                question = changed;
                settled.Add(index);
            }
        }

        // After the lines that belong to no choice are gone: the key may have been asked of a choice that they changed.
        if (KeyOf(key, question.Choices.Count) is { } right)
        {
            question = question with { Choices = [.. question.Choices.Select((choice, index) => choice with { Right = right.Contains(index) })] };
            settled.UnionWith(read.Problems.Index().Where(each => AsksForKey(each.Item)).Select(each => each.Index));
        }

        return read with { Question = question, Problems = [.. read.Problems.Index().Where(each => !settled.Contains(each.Index)).Select(each => each.Item)] };
    }

    private static HashSet<int>? KeyOf(string? key, int choices)
    {
        var letters = (key ?? "").Select(Letters.IndexOf).ToHashSet();
        return letters.Count > 0 && letters.All(index => index >= 0 && index < choices) ? letters : null;
    }

    private static Question? Apply(Question question, BankProblem problem, string word, BankOptions? options) => (problem.Code, word) switch
    {
        (_, "accept") => question,
        ("stray-line", "drop") => question with { Choices = [.. question.Choices.Select((choice, index) => Without(choice, index, problem))] },
        ("no-choices", "essay") => question with { Choices = [], Essay = new EssayAnswer((options ?? BankOptions.Default).EssayWords) },
        _ => null,
    };

    // The line that the problem is about is the one about which the same would be said.
    private static Choice Without(Choice choice, int index, BankProblem problem)
    {
        var kept = choice.Text.Vi.Split('\n').Index()
            .Where(line => line.Index == 0 || QuestionProblems.StrayLine(problem.Place, line.Item, index) != problem).Select(line => line.Item);
        return choice with { Text = new LocalText(string.Join('\n', kept), choice.Text.En) };
    }
}
