using System.Globalization;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Banks.Lint;

/// <summary>Patterns over a whole bank by which a contestant who knows nothing can guess.</summary>
internal static class KeyPattern
{
    private const int Fewest = 20;

    /// <summary>χ² that chance exceeds once in a thousand, for 1–7 degrees of freedom.</summary>
    private static readonly double[] OnceInAThousand = [10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32];

    public static IEnumerable<LintFinding> Of(IReadOnlyList<Question> questions)
    {
        foreach (var group in questions.Where(question => byte.PopCount(question.Key) == 1).GroupBy(question => question.Choices.Count).Where(group => group.Count() >= Fewest && group.Key >= 2))
        {
            foreach (var finding in Positions([.. group], group.Key).Concat(Lengths([.. group], group.Key)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<LintFinding> Positions(List<Question> questions, int choices)
    {
        var counts = new int[choices];
        foreach (var question in questions)
        {
            counts[byte.TrailingZeroCount(question.Key)]++;
        }

        var expected = (double)questions.Count / choices;
        if (counts.Sum(count => (count - expected) * (count - expected) / expected) > OnceInAThousand[choices - 2])
        {
            var list = string.Join(", ", counts.Select((count, index) => $"{Letters.Of(index)} {count}"));
            yield return new("key-position", [], new($"Đáp án phân bố lệch: {list}.", $"The right choices stand unevenly: {list}."));
        }
    }

    // The share that chance gives is 1/n; five standard deviations above it is no chance.
    private static IEnumerable<LintFinding> Lengths(List<Question> questions, int choices)
    {
        var longest = questions.Count(question =>
        {
            var right = question.Choices.First(choice => choice.Right).Text.Vi.Length;
            return question.Choices.All(choice => choice.Right || choice.Text.Vi.Length < right);
        });
        var chance = 1d / choices;
        var share = (double)longest / questions.Count;
        if (share > chance + (5 * Math.Sqrt(chance * (1 - chance) / questions.Count)))
        {
            var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
            yield return new(
                "longest-is-often-right",
                [],
                new($"{percent} % số câu có đáp án đúng là phương án dài nhất; ai cũng đoán được.", $"In {percent} % of the questions the longest choice is right: anybody can guess that."));
        }
    }
}
