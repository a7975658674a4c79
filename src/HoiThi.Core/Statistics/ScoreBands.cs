namespace HoiThi.Core.Statistics;

/// <summary>People whose number of right answers lies in a band; both ends included.</summary>
/// <param name="From">The fewest right answers, from 0.</param>
/// <param name="To">The most right answers.</param>
/// <param name="People">How many people.</param>
public readonly record struct ScoreBand(int From, int To, long People);

/// <summary>How right answers are spread (phổ điểm).</summary>
public static class ScoreBands
{
    /// <summary>
    /// Bands from 0 to all, without gap or overlap, that sum to the people given. Everything right is a band of its
    /// own, for that is what is asked for; the one below it may be narrower than the others.
    /// </summary>
    /// <param name="questions">How many questions there are, from 1.</param>
    /// <param name="counts">How many people have how many right answers; a number may come several times.</param>
    /// <param name="width">How many numbers of right answers a band has, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not 0–<paramref name="questions"/>, or the width not positive.</exception>
    public static ValueList<ScoreBand> Of(int questions, IEnumerable<(int Correct, long People)> counts, int width = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(questions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var below = (questions + width - 1) / width;
        var bands = new ScoreBand[below + 1];
        for (var band = 0; band < below; band++)
        {
            bands[band] = new ScoreBand(band * width, Math.Min((band + 1) * width, questions) - 1, 0);
        }

        bands[below] = new ScoreBand(questions, questions, 0);
        foreach (var (correct, people) in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(correct, nameof(counts));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, questions, nameof(counts));
            var band = correct == questions ? below : correct / width;
            bands[band] = bands[band] with { People = bands[band].People + people };
        }

        return [.. bands];
    }
}
