using System.Globalization;

namespace HoiThi.Formats.Banks;

/// <summary>Turns what each choice is worth, in percent, into a key: here a question is right or it is not.</summary>
internal static class Weights
{
    private const decimal Full = 99.9m;

    /// <summary>Sets the key of a question, notes what cannot be kept, and asks where any one of several is enough.</summary>
    /// <param name="draft">The question with its choices.</param>
    /// <param name="percent">What each choice is worth.</param>
    /// <param name="several">Whether several choices can be ticked.</param>
    public static void Apply(Draft draft, IReadOnlyList<decimal> percent, bool several)
    {
        var full = Where(percent, weight => weight >= Full);
        var positive = Where(percent, weight => weight > 0);
        if (several || (full.Length == 0 && positive.Length > 1))
        {
            draft.Choose(positive);
            Note(draft, percent, positive.Select(index => percent[index]).Distinct().Skip(1).Any() ? positive : []);
            return;
        }

        if (full.Length > 1)
        {
            draft.Problems.Add(QuestionProblems.AnyOf(draft.Place, full));
            return;
        }

        draft.Choose(full);
        Note(draft, percent, [.. positive.Except(full)]);
    }

    private static void Note(Draft draft, IReadOnlyList<decimal> percent, int[] partial)
    {
        if (partial.Length > 0)
        {
            var list = string.Join(", ", partial.Select(index => string.Create(CultureInfo.InvariantCulture, $"{Letters.Of(index)} {percent[index]:0.##} %")));
            draft.Problems.Add(QuestionProblems.Partial(draft.Place, list, list));
        }
    }

    private static int[] Where(IReadOnlyList<decimal> percent, Func<decimal, bool> has) =>
        [.. Enumerable.Range(0, percent.Count).Where(index => has(percent[index]))];
}
