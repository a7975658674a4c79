using System.Collections.Concurrent;

namespace HoiThi.Load.Measuring;

/// <summary>What happens in a load: latencies by step, journeys that were finished, and those that failed, with reasons.</summary>
public sealed class Recorder
{
    private readonly ConcurrentDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly Histogram[] steps = [.. Enum.GetValues<Step>().Select(_ => new Histogram())];
    private long finished;
    private long failed;

    public long Finished => Interlocked.Read(ref finished);

    public long Failed => Interlocked.Read(ref failed);

    /// <summary>Why journeys failed, the most frequent first.</summary>
    public IEnumerable<string> Reasons => reasons.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} × {pair.Key}");

    public Histogram this[Step step] => steps[(int)step];

    public void Finish() => Interlocked.Increment(ref finished);

    public void Fail(string reason)
    {
        Interlocked.Increment(ref failed);
        reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);
    }

    /// <summary>Forgets latencies and finished journeys, as at the end of a warm-up; failures stay.</summary>
    public void Clear()
    {
        Interlocked.Exchange(ref finished, 0);
        foreach (var histogram in steps)
        {
            histogram.Clear();
        }
    }
}

/// <summary>The steps of a journey, and what the floor does in their place.</summary>
public enum Step
{
    Home,
    JoinPage,
    Join,
    RoundPage,
    Start,
    Paper,
    Save,
    Submit,
    Result,
    Standings,
    PlainText,
    PlainWrite,
}
