using System.Diagnostics;
using System.Net;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Loads;

/// <summary>As many visitors as are given, each on a connection of its own, each beginning anew when done: finds what a server can do.</summary>
/// <param name="What">For the progress bar.</param>
/// <param name="Server">Where it is.</param>
/// <param name="Visitors">How many.</param>
/// <param name="Act">What each does over and over.</param>
public sealed record ClosedLoop(string What, IPEndPoint Server, int Visitors, Func<Visitor, Recorder, Task> Act)
{
    /// <summary>Runs for a time after a warm-up.</summary>
    /// <param name="warmUp">Not counted: .NET compiles what is hot, caches fill.</param>
    /// <param name="time">Counted.</param>
    /// <param name="usage">Reads the CPU time used so far.</param>
    public async Task<LoadFigures> Run(TimeSpan warmUp, TimeSpan time, Func<Usage> usage)
    {
        var recorder = new Recorder();
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        await using var progress = new Progress(
            What, () => clock.Elapsed / (warmUp + time), () => $"{recorder.Finished:N0} done, {recorder.Failed} failed");
        var visitors = Enumerable.Range(0, Visitors).Select(_ => Task.Run(() => Visit(recorder, () => !stop.IsCancellationRequested))).ToArray();
        await Task.Delay(warmUp);

        recorder.Clear();
        var (before, start) = (usage(), Stopwatch.GetTimestamp());
        await Task.Delay(time);
        var (finished, used, took) = (recorder.Finished, usage() - before, Stopwatch.GetElapsedTime(start));
        await stop.CancelAsync();
        await Task.WhenAll(visitors);
        return new LoadFigures(finished, took, used, recorder);
    }

    /// <summary>Runs until it has been done a number of times, without warm-up.</summary>
    public async Task<LoadFigures> RunTimes(int times, Func<Usage> usage)
    {
        var recorder = new Recorder();
        var left = times;
        await using var progress = new Progress(
            What, () => 1 - ((double)left / times), () => $"{recorder.Finished:N0} of {times:N0} done, {recorder.Failed} failed");
        var (before, start) = (usage(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Task.Run(() => Visit(recorder, () => Interlocked.Decrement(ref left) >= 0))));
        return new LoadFigures(recorder.Finished, Stopwatch.GetElapsedTime(start), usage() - before, recorder);
    }

    private async Task Visit(Recorder recorder, Func<bool> again)
    {
        using var visitor = new Visitor(Server);
        while (again())
        {
            await recorder.Try(visitor, () => Act(visitor, recorder));
        }
    }
}

/// <summary>What a load came to.</summary>
/// <param name="Finished">How many were done, all checks passed.</param>
/// <param name="Took">In which time.</param>
/// <param name="Used">With which CPU time.</param>
/// <param name="Recorder">Latencies and failures.</param>
public sealed record LoadFigures(long Finished, TimeSpan Took, Usage Used, Recorder Recorder)
{
    public double PerSecond => Finished / Took.TotalSeconds;

    /// <summary>What this load says of itself in text.</summary>
    public void Print(TextWriter output)
    {
        var (server, database, client) = Used.Each(Finished);
        output.WriteLine($"{Finished:N0} in {Took.TotalSeconds:F1} s: {PerSecond:N0} a second; {Recorder.Failed} failed");
        output.WriteLine($"CPU ms each: server {server:F3}, PostgreSQL {database:F3}, client {client:F3}");
        foreach (var step in Enum.GetValues<Step>().Where(step => Recorder[step].Count > 0))
        {
            var latencies = Recorder[step];
            output.WriteLine(
                $"  {step,-10} {latencies.Count,9:N0}   p50 {latencies.Percentile(0.5),7:F1} ms   p99 {latencies.Percentile(0.99),7:F1} ms   max {latencies.MaxMilliseconds,7:F1} ms");
        }

        foreach (var reason in Recorder.Reasons.Take(10))
        {
            output.WriteLine($"  failed: {reason}");
        }
    }
}
