using System.Diagnostics;

namespace HoiThi.Rehearsal.Measuring;

/// <summary>What happened in each stretch of a few seconds: how many began, and whether the server kept up.</summary>
public sealed class Timeline
{
    /// <summary>A stretch: long enough to count, short enough for a rush of seconds to show.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromSeconds(5);

    /// <summary>An answer that takes longer is one that people notice.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly long start = Stopwatch.GetTimestamp();
    private readonly int[] begun;
    private readonly int[] answered;
    private readonly int[] slow;
    private readonly int[] failed;

    /// <param name="longest">How long it may go on; what comes later is in the last stretch.</param>
    public Timeline(TimeSpan longest)
    {
        var count = (int)(longest / Stretch) + 1;
        (begun, answered, slow, failed) = (new int[count], new int[count], new int[count], new int[count]);
    }

    /// <summary>The most attempts begun in a stretch, as a rate a minute.</summary>
    public int MostPerMinute => PerMinute(_ => true);

    /// <summary>The same of stretches in which nothing failed and at most one answer of a hundred was slow.</summary>
    public int BornePerMinute => PerMinute(stretch => failed[stretch] == 0 && slow[stretch] * 100L <= answered[stretch]);

    public void Answered(Step step, TimeSpan latency)
    {
        var now = Now;
        Interlocked.Increment(ref answered[now]);
        if (step == Step.Start)
        {
            Interlocked.Increment(ref begun[now]);
        }

        if (latency > Slow)
        {
            Interlocked.Increment(ref slow[now]);
        }
    }

    public void Failed() => Interlocked.Increment(ref failed[Now]);

    private int Now => Math.Min((int)(Stopwatch.GetElapsedTime(start) / Stretch), begun.Length - 1);

    private int PerMinute(Func<int, bool> counts) =>
        (int)(Enumerable.Range(0, begun.Length).Where(counts).Select(stretch => begun[stretch]).DefaultIfEmpty(0).Max() * (TimeSpan.FromMinutes(1) / Stretch));
}
