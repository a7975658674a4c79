using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Loads;

/// <summary>Visitors who come at a rate of their own, however slow the server is: finds what people feel.</summary>
/// <param name="What">For the progress bar.</param>
/// <param name="Server">Where it is.</param>
/// <param name="PerSecond">How many come in a second.</param>
/// <param name="Act">What each does, once.</param>
public sealed record OpenLoop(string What, IPEndPoint Server, double PerSecond, Func<Visitor, Recorder, Task> Act)
{
    /// <summary>Beyond it people wait for a connection, with the clock running: kernels have a limit, and so have proxies.</summary>
    private const int Connections = 4_000;

    private readonly ConcurrentBag<Visitor> idle = [];

    /// <summary>Lets <paramref name="count"/> visitors come and waits until the last is done.</summary>
    /// <param name="count">How many.</param>
    /// <param name="connectionEach">Whether each opens a connection, as people do; otherwise those of earlier visitors are used again, as behind a proxy.</param>
    /// <param name="usage">Reads the CPU time used so far.</param>
    public async Task<LoadFigures> Run(int count, bool connectionEach, Func<Usage> usage)
    {
        var recorder = new Recorder();
        await using var progress = new Progress(
            What, () => (double)(recorder.Finished + recorder.Failed) / count, () => $"{recorder.Finished:N0} of {count:N0} done, {recorder.Failed} failed");
        var (before, start) = (usage(), Stopwatch.GetTimestamp());
        using var connections = new SemaphoreSlim(Connections);
        var visits = new List<Task>(count);
        while (visits.Count < count)
        {
            var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * PerSecond) + 1);
            while (visits.Count < due)
            {
                visits.Add(Task.Run(() => Visit(connections, recorder, connectionEach)));
            }

            await Task.Delay(1);
        }

        await Task.WhenAll(visits);
        var figures = new LoadFigures(recorder.Finished, Stopwatch.GetElapsedTime(start), usage() - before, recorder);
        while (idle.TryTake(out var visitor))
        {
            visitor.Dispose();
        }

        return figures;
    }

    private async Task Visit(SemaphoreSlim connections, Recorder recorder, bool connectionEach)
    {
        await connections.WaitAsync();
        var visitor = !connectionEach && idle.TryTake(out var waiting) ? waiting : new Visitor(Server);
        await recorder.Try(visitor, () => Act(visitor, recorder));
        if (connectionEach)
        {
            visitor.Dispose();
        }
        else
        {
            idle.Add(visitor);
        }

        connections.Release();
    }
}
