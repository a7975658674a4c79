using System.Runtime.InteropServices;

namespace HoiThi.Core.Statistics;

/// <summary>What is gathered of one question, attempt by attempt; parts can be put together in any order.</summary>
public sealed class ItemSums
{
    private const int MostChoices = 8;

    private readonly PowerSums marks = new();
    private readonly PowerSums totals = new();
    private readonly Dictionary<int, long> markCounts = [];
    private readonly Dictionary<int, long> restCounts = [];
    private readonly long[] chosen = new long[MostChoices];
    private readonly Int128[] totalsOfChosen = new Int128[MostChoices];
    private Int128 products;
    private long omitted;

    /// <summary>The most hundredths of a point it can give, over the attempts so far.</summary>
    public int Most { get; private set; }

    internal PowerSums Marks => marks;

    /// <summary>The covariance of its mark and the total of the attempt, with n−1.</summary>
    internal double CovarianceWithTotal => marks.Count < 2
        ? 0
        : (double)((marks.Count * products) - (marks.Sum * totals.Sum)) / ((double)marks.Count * (marks.Count - 1));

    /// <summary>Adds an attempt.</summary>
    /// <param name="mark">What it got for this question, in hundredths of a point.</param>
    /// <param name="most">The most it could get.</param>
    /// <param name="total">What it got for all questions.</param>
    /// <param name="choices">The choices that were ticked as a mask, in the order of the bank; 0 for none.</param>
    public void Add(int mark, int most, int total, byte choices)
    {
        Most = Math.Max(Most, most);
        marks.Add(mark);
        totals.Add(total);
        products += (Int128)mark * total;
        Count(markCounts, mark, 1);
        Count(restCounts, total - mark, 1);
        omitted += choices == 0 ? 1 : 0;
        for (var choice = 0; choice < MostChoices; choice++)
        {
            if ((choices & (1 << choice)) != 0)
            {
                chosen[choice]++;
                totalsOfChosen[choice] += total;
            }
        }
    }

    /// <summary>Adds what was gathered elsewhere of the same question.</summary>
    public void Merge(ItemSums other)
    {
        Most = Math.Max(Most, other.Most);
        marks.Merge(other.marks);
        totals.Merge(other.totals);
        products += other.products;
        omitted += other.omitted;
        foreach (var (mark, count) in other.markCounts)
        {
            Count(markCounts, mark, count);
        }

        foreach (var (rest, count) in other.restCounts)
        {
            Count(restCounts, rest, count);
        }

        for (var choice = 0; choice < MostChoices; choice++)
        {
            chosen[choice] += other.chosen[choice];
            totalsOfChosen[choice] += other.totalsOfChosen[choice];
        }
    }

    /// <summary>The figures.</summary>
    /// <param name="mostOfAll">The most hundredths of all questions together.</param>
    /// <param name="rootsOfAll">Σ√cov(x_k, T) over the questions with a covariance that is not negative.</param>
    internal ItemStatistics ToStatistics(double mostOfAll, double rootsOfAll)
    {
        var covariance = CovarianceWithTotal;
        var withRest = covariance - marks.Variance;
        var restVariance = totals.Variance + marks.Variance - (2 * covariance);
        var greatest = Greatest();
        return new(
            marks.Count,
            Most == 0 ? 0 : marks.Mean / Most,
            Math.Sqrt(marks.Variance) / 100,
            mostOfAll <= 0 ? 0 : 100 * Most / mostOfAll,
            covariance < 0 || rootsOfAll <= 0 ? null : 100 * Math.Sqrt(covariance) / rootsOfAll,
            marks.Variance <= 0 || restVariance <= 1e-9 ? null : 100 * withRest / Math.Sqrt(marks.Variance * restVariance),
            greatest <= 0 ? null : 100 * withRest / greatest,
            [.. chosen],
            omitted,
            [.. chosen.Zip(totalsOfChosen, (count, total) => count == 0 ? (double?)null : (double)total / count / 100)]);
    }

    private static void Count(Dictionary<int, long> counts, int value, long times) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += times;

    /// <summary>
    /// The covariance of marks and rests if the best mark went to the best rest, the next to the next, and so on: no order
    /// gives more. Both are walked by their counts, not attempt by attempt.
    /// </summary>
    private double Greatest()
    {
        if (marks.Count < 2)
        {
            return 0;
        }

        Int128 product = 0;
        using var rests = restCounts.OrderBy(rest => rest.Key).GetEnumerator();
        var (rest, left) = (0, 0L);
        foreach (var (mark, times) in markCounts.OrderBy(mark => mark.Key))
        {
            for (var open = times; open > 0;)
            {
                if (left == 0)
                {
                    rests.MoveNext();
                    (rest, left) = (rests.Current.Key, rests.Current.Value);
                }

                var taken = Math.Min(open, left);
                product += (Int128)mark * rest * taken;
                open -= taken;
                left -= taken;
            }
        }

        var restSum = totals.Sum - marks.Sum;
        return (double)((marks.Count * product) - (marks.Sum * restSum)) / ((double)marks.Count * (marks.Count - 1));
    }
}
