namespace HoiThi.Core.Statistics;

/// <summary>
/// Sums of the powers of whole numbers, exact however many there are: they can be gathered in parts and put together in any
/// order with one result. Up to 10⁹ numbers of up to 10⁶ fit.
/// </summary>
public sealed class PowerSums
{
    private Int128 first;
    private Int128 second;
    private Int128 third;
    private Int128 fourth;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 for none.</summary>
    public double Mean => Count == 0 ? 0 : (double)first / Count;

    /// <summary>Their variance with n−1 (k₂); 0 for fewer than two.</summary>
    public double Variance => Count < 2 ? 0 : (double)((Count * second) - (first * first)) / ((double)Count * (Count - 1));

    /// <summary>k₃ / k₂^1.5; null for fewer than three or where all are the same.</summary>
    public double? Skewness => Count < 3 || Variance <= 0
        ? null
        : Count * Count * Central(3) / ((Count - 1d) * (Count - 2)) / Math.Pow(Variance, 1.5);

    /// <summary>k₄ / k₂², 0 for a normal distribution; null for fewer than four or where all are the same.</summary>
    public double? Kurtosis
    {
        get
        {
            if (Count < 4 || Variance <= 0)
            {
                return null;
            }

            double n = Count;
            var m2 = Central(2);
            var k4 = n * n * (((n + 1) * Central(4)) - (3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3));
            return k4 / (Variance * Variance);
        }
    }

    internal Int128 Sum => first;

    /// <summary>Adds a number <paramref name="times"/> times.</summary>
    public void Add(long value, long times = 1)
    {
        Count += times;
        var power = (Int128)value * times;
        first += power;
        second += power *= value;
        third += power *= value;
        fourth += power * value;
    }

    /// <summary>Adds the numbers of another.</summary>
    public void Merge(PowerSums other)
    {
        Count += other.Count;
        first += other.first;
        second += other.second;
        third += other.third;
        fourth += other.fourth;
    }

    private double Central(int power)
    {
        var mean = Mean;
        var (m1, m2, m3, m4) = ((double)first / Count, (double)second / Count, (double)third / Count, (double)fourth / Count);
        return power switch
        {
            2 => m2 - (m1 * mean),
            3 => m3 - (3 * mean * m2) + (2 * mean * mean * mean),
            _ => m4 - (4 * mean * m3) + (6 * mean * mean * m2) - (3 * mean * mean * mean * mean),
        };
    }
}
