using System.Collections.Concurrent;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;

namespace HoiThi.Rehearsal.Measuring;

/// <summary>What happens in a load: latencies by step, journeys that were finished, and those that failed, with reasons.</summary>
/// <param name="timeline">Is told as well, where one is kept.</param>
public sealed class Recorder(Timeline? timeline = null)
{
    private readonly ConcurrentDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly Histogram[] steps = [.. Enum.GetValues<Step>().Select(_ => new Histogram())];
    private long finished;
    private long failed;

    public Timeline? Timeline => timeline;

    public long Finished => Interlocked.Read(ref finished);

    public long Failed => Interlocked.Read(ref failed);

    /// <summary>Why journeys failed, the most frequent first.</summary>
    public IEnumerable<string> Reasons => Failures.Select(pair => $"{pair.Value} × {pair.Key}");

    /// <summary>How many journeys failed for which reason, the most frequent first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Failures => reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);

    public Histogram this[Step step] => steps[(int)step];

    /// <summary>A request was answered, rightly or not.</summary>
    public void Record(Step step, TimeSpan latency)
    {
        this[step].Record(latency);
        timeline?.Answered(step, latency);
    }

    private void Finish() => Interlocked.Increment(ref finished);

    private void Fail(string reason)
    {
        Interlocked.Increment(ref failed);
        timeline?.Failed();
        reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);
    }

    /// <summary>Counts what somebody does as finished, or as failed where a reply is not what it should be or the connection breaks.</summary>
    public async Task Try(Visitor visitor, Func<Task> act)
    {
        try
        {
            await act();
            Finish();
        }
        catch (Exception exception) when (exception is JourneyException or IOException)
        {
            Fail(exception.Message);
            visitor.Disconnect();
        }
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
