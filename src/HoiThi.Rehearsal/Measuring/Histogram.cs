using System.Numerics;

namespace HoiThi.Rehearsal.Measuring;

/// <summary>
/// Latencies in microseconds, in buckets of which 32 make a doubling: any percentile is right to 3 %, whatever its size,
/// and recording is one increment.
/// </summary>
public sealed class Histogram
{
    private const int SubBits = 5;
    private readonly long[] buckets = new long[32 << SubBits];
    private long longest;

    public long Count => buckets.Sum();

    public double MaxMilliseconds => longest / 1_000.0;

    public void Record(TimeSpan latency)
    {
        var microseconds = (uint)Math.Clamp(latency.Ticks / TimeSpan.TicksPerMicrosecond, 1, uint.MaxValue);
        Interlocked.Increment(ref buckets[BucketOf(microseconds)]);
        if (microseconds > longest)
        {
            longest = microseconds; // Two threads may race: the maximum is for the eye, the percentiles are exact.
        }
    }

    /// <summary>The latency in milliseconds that a share of all stayed below; 0 if nothing was recorded.</summary>
    public double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            seen += buckets[bucket];
            if (seen >= wanted && seen > 0)
            {
                return UpperOf(bucket) / 1_000.0;
            }
        }

        return 0;
    }

    public void Clear()
    {
        Array.Clear(buckets);
        longest = 0;
    }

    private static int BucketOf(uint value)
    {
        var doubling = Math.Max(0, BitOperations.Log2(value) - SubBits);
        return (doubling << SubBits) + (int)(value >> doubling);
    }

    private static double UpperOf(int bucket)
    {
        var doubling = Math.Max(0, (bucket >> SubBits) - 1);
        return (double)(bucket - (doubling << SubBits) + 1) * (1L << doubling);
    }
}
