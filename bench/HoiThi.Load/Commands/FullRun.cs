using HoiThi.Load.Loads;
using HoiThi.Load.Machinery;
using HoiThi.Load.Measuring;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>Every figure of one database that the README's table has.</summary>
public static class FullRun
{
    private const long Stored = 10_000_000;

    public static async Task<FullFigures> Run(DatabaseKind kind, long? stored, TextWriter text)
    {
        var journeys = await JourneyRun.Run(kind, Durations.Full, text);
        var (stampede, memory) = await StampedeAndMemory(kind, text);
        var empty = await With(kind, StartAndSubmit.Run);
        Progress.Say($"{kind}: storing {stored ?? Stored:N0} attempts");
        await using var installation = await Installation.Create(kind);
        await new Prefill(installation, stored ?? Stored).Run();
        using var server = await installation.StartServer();
        var full = await StartAndSubmit.Run(installation, server);
        var boards = await Boards.Run(installation, server);
        await text.WriteLineAsync($"\n{kind}: starts a second {empty.Starts:N0} empty, {full.Starts:N0} full; submissions {empty.Submissions:N0} and {full.Submissions:N0}; {empty.Failed + full.Failed} failed");
        foreach (var (board, milliseconds) in boards)
        {
            await text.WriteLineAsync($"  {milliseconds,8:F1} ms  {board}");
        }

        return new FullFigures(journeys, stampede, memory, full.Starts / empty.Starts, full.Submissions / empty.Submissions, boards[0]);
    }

    private static async Task<(StampedeFigures Stampede, double Memory)> StampedeAndMemory(DatabaseKind kind, TextWriter text)
    {
        var stampede = await With(kind, Loads.Stampede.Run);
        await text.WriteAsync($"\n{kind}: {Loads.Stampede.People:N0} contestants join and start within {Loads.Stampede.Time.TotalSeconds} s: ");
        stampede.Print(text);
        var (now, peak, load) = await With(kind, InProgress.Run);
        await text.WriteLineAsync($"\n{kind}: server {now:F0} MB with {load.Finished:N0} attempts in progress, at most {peak:F0} MB; {load.Recorder.Failed} failed");
        return (new StampedeFigures(stampede.Recorder.Failed, stampede.Took.TotalSeconds, stampede.Recorder[Step.Start].Percentile(0.99)), Math.Max(now, peak));
    }

    private static async Task<T> With<T>(DatabaseKind kind, Func<Installation, ServerProcess, Task<T>> measure)
    {
        await using var installation = await Installation.Create(kind);
        using var server = await installation.StartServer();
        return await measure(installation, server);
    }
}

/// <summary>The figures of one database.</summary>
/// <param name="Journeys">The closed loop and the floor.</param>
/// <param name="Stampede">The opening.</param>
/// <param name="MemoryMb">The most memory of the server with all attempts in progress.</param>
/// <param name="StartsWhenFull">Starts a second with millions stored, as a share of those on an empty database.</param>
/// <param name="SubmissionsWhenFull">Submissions likewise.</param>
/// <param name="SlowestBoard">The board that takes longest uncached, and its median in milliseconds.</param>
public sealed record FullFigures(
    JourneyFigures Journeys,
    StampedeFigures Stampede,
    double MemoryMb,
    double StartsWhenFull,
    double SubmissionsWhenFull,
    (string Board, double Milliseconds) SlowestBoard);

/// <summary>How the opening went.</summary>
/// <param name="Failed">How many did not get their paper.</param>
/// <param name="Seconds">When the last had it.</param>
/// <param name="StartP99Ms">Milliseconds for the start.</param>
public sealed record StampedeFigures(long Failed, double Seconds, double StartP99Ms);
