namespace HoiThi.Core.Statistics;

/// <summary>How a question did. The definitions are those of Moodle's quiz statistics; null where a figure has no meaning.</summary>
/// <param name="Attempts">The attempts whose papers had it.</param>
/// <param name="Facility">Its mean mark as a share of the most, 0–1: how easy it was.</param>
/// <param name="StandardDeviation">Of its marks in points, with n−1.</param>
/// <param name="IntendedWeight">Its share of the points of all questions, in percent.</param>
/// <param name="EffectiveWeight">Its share of the spread of the totals, in percent; null where it runs against them.</param>
/// <param name="DiscriminationIndex">
/// The correlation of its mark with the total of the other questions, −100 to 100: the point-biserial coefficient corrected
/// for the question itself, where its marks are all or nothing. Below 0, the better contestants did worse.
/// </param>
/// <param name="DiscriminativeEfficiency">The covariance behind the index, in percent of the greatest that these marks could have.</param>
/// <param name="Chosen">How many attempts ticked each choice, in the order of the bank; 8 numbers.</param>
/// <param name="Omitted">How many ticked none.</param>
/// <param name="MeanTotals">The mean total, in points, of those who ticked each choice; null for choices nobody ticked.</param>
public sealed record ItemStatistics(
    long Attempts,
    double Facility,
    double StandardDeviation,
    double IntendedWeight,
    double? EffectiveWeight,
    double? DiscriminationIndex,
    double? DiscriminativeEfficiency,
    ValueList<long> Chosen,
    long Omitted,
    ValueList<double?> MeanTotals)
{
    /// <summary>
    /// Whether the key should be looked at: better contestants did worse, or those who ticked some wrong choice have a higher
    /// mean total than those who ticked a right one, with enough of them that it is no accident of a few.
    /// </summary>
    /// <param name="key">The right choices as a mask; 0 for a question without choices.</param>
    /// <param name="fewest">How many must have ticked a wrong choice for it to count.</param>
    public bool CheckTheKey(byte key, long fewest = 10) =>
        DiscriminationIndex < 0 || (key != 0 && BestOf(choice => (key & (1 << choice)) == 0 && Chosen[choice] >= fewest) > BestOf(choice => (key & (1 << choice)) != 0));

    private double? BestOf(Func<int, bool> choices) => Enumerable.Range(0, MeanTotals.Count).Where(choices).Max(choice => MeanTotals[choice]);
}

/// <summary>How a paper did as a whole.</summary>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Mean">The mean total in points.</param>
/// <param name="StandardDeviation">Of the totals in points, with n−1.</param>
/// <param name="Skewness">k₃/k₂^1.5; null where it has no meaning.</param>
/// <param name="Kurtosis">k₄/k₂²; null where it has no meaning.</param>
/// <param name="Reliability">The coefficient of internal consistency (Cronbach's alpha) in percent; null where it has no meaning.</param>
/// <param name="ErrorRatio">How much of the spread is chance, in percent.</param>
/// <param name="StandardError">How far a total may be off by chance, in points.</param>
public sealed record PaperStatistics(
    long Attempts,
    double Mean,
    double StandardDeviation,
    double? Skewness,
    double? Kurtosis,
    double? Reliability,
    double? ErrorRatio,
    double? StandardError);
