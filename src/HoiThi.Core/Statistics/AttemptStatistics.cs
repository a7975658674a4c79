namespace HoiThi.Core.Statistics;

/// <summary>One question of an attempt.</summary>
/// <param name="Question">Which question of the bank, from 0.</param>
/// <param name="Mark">What it got, in hundredths of a point.</param>
/// <param name="Most">The most it could get.</param>
/// <param name="Choices">What was ticked, as a mask in the order of the bank.</param>
public readonly record struct AnsweredQuestion(int Question, int Mark, int Most, byte Choices);

/// <summary>
/// Gathers the statistics of questions and papers in one pass over the attempts, whatever their number: what is kept grows with
/// the questions and the different totals, not with the attempts. Parts gathered apart give the same as the whole.
/// </summary>
/// <param name="questions">How many questions the bank has.</param>
/// <param name="length">How many questions a paper has.</param>
public sealed class AttemptStatistics(int questions, int length)
{
    private readonly ItemSums[] items = [.. Enumerable.Range(0, questions).Select(_ => new ItemSums())];
    private readonly ItemSums[] slots = [.. Enumerable.Range(0, length).Select(_ => new ItemSums())];
    private readonly PowerSums totals = new();

    /// <summary>Adds an attempt.</summary>
    /// <param name="answers">
    /// Its questions in the order of the blueprint, not in the order of this one paper: the n-th stands for the n-th of every other
    /// attempt when the consistency of the paper is measured.
    /// </param>
    /// <exception cref="ArgumentException">It has not as many questions as a paper.</exception>
    public void Add(ReadOnlySpan<AnsweredQuestion> answers)
    {
        if (answers.Length != slots.Length)
        {
            throw new ArgumentException($"An attempt has {slots.Length} questions, not {answers.Length}.", nameof(answers));
        }

        var total = 0;
        foreach (var answer in answers)
        {
            total += answer.Mark;
        }

        totals.Add(total);
        for (var slot = 0; slot < answers.Length; slot++)
        {
            var answer = answers[slot];
            items[answer.Question].Add(answer.Mark, answer.Most, total, answer.Choices);
            slots[slot].Add(answer.Mark, answer.Most, total, answer.Choices);
        }
    }

    /// <summary>Adds what was gathered of other attempts at the same papers.</summary>
    public void Merge(AttemptStatistics other)
    {
        totals.Merge(other.totals);
        for (var item = 0; item < items.Length; item++)
        {
            items[item].Merge(other.items[item]);
        }

        for (var slot = 0; slot < slots.Length; slot++)
        {
            slots[slot].Merge(other.slots[slot]);
        }
    }

    /// <summary>The figures of each question of the bank.</summary>
    public ValueList<ItemStatistics> Questions() => Figures(items);

    /// <summary>The figures of each place of the blueprint.</summary>
    public ValueList<ItemStatistics> Slots() => Figures(slots);

    /// <summary>The figures of the paper.</summary>
    public PaperStatistics Paper()
    {
        var deviation = Math.Sqrt(totals.Variance) / 100;
        double p = slots.Length;
        double? reliability = p < 2 || totals.Variance <= 0 ? null : 100 * p / (p - 1) * (1 - (slots.Sum(slot => slot.Marks.Variance) / totals.Variance));
        double? error = reliability is { } percent ? 100 * Math.Sqrt(Math.Max(0, 1 - (percent / 100))) : null;
        return new(totals.Count, totals.Mean / 100, deviation, totals.Skewness, totals.Kurtosis, reliability, error, error / 100 * deviation);
    }

    private static ValueList<ItemStatistics> Figures(ItemSums[] sums)
    {
        double most = sums.Sum(item => (long)item.Most);
        var roots = sums.Select(item => item.CovarianceWithTotal).Where(covariance => covariance > 0).Sum(Math.Sqrt);
        return [.. sums.Select(item => item.ToStatistics(most, roots))];
    }
}
