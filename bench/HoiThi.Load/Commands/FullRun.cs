using HoiThi.Load.Loads;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Measuring;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>Every figure of one database that the README's table has.</summary>
public static class FullRun
{
    public const long Stored = 10_000_000;

    public static async Task<FullFigures> Run(DatabaseKind kind, long stored, TextWriter text) => new(
        await JourneyRun.Run(kind, Durations.Full, text),
        await Stampede(kind, text),
        await Memory(kind, text),
        await WithStored(kind, stored, text));

    /// <summary>The opening.</summary>
    public static async Task<StampedeFigures> Stampede(DatabaseKind kind, TextWriter text)
    {
        var load = await With(kind, Loads.Stampede.Run);
        await text.WriteAsync($"\n{kind}: {Loads.Stampede.People:N0} contestants join and start within {Loads.Stampede.Time.TotalSeconds} s: ");
        load.Print(text);
        return new StampedeFigures(load.Recorder.Failed, load.Took.TotalSeconds, load.Recorder[Step.Start].Percentile(0.99));
    }

    /// <summary>The most megabytes of the server while many are at their papers.</summary>
    public static async Task<double> Memory(DatabaseKind kind, TextWriter text)
    {
        var (now, peak, load) = await With(kind, InProgress.Run);
        await text.WriteLineAsync($"\n{kind}: server {now:F0} MB with {load.Finished:N0} attempts in progress, at most {peak:F0} MB; {load.Recorder.Failed} failed");
        return peak;
    }

    /// <summary>Rates on an empty and on a full database, and the boards of the full one.</summary>
    public static async Task<StoredFigures> WithStored(DatabaseKind kind, long stored, TextWriter text)
    {
        var empty = await With(kind, StartAndSubmit.Run);
        Progress.Say($"{kind}: storing {stored:N0} attempts");
        await using var installation = await Installation.Create(kind);
        await Prefill.Attempts(installation, stored).Run();
        await Loads.Closing.CloseEarlier(installation);
        using var server = await installation.StartServer();
        var full = await StartAndSubmit.Run(installation, server);
        var boards = await Boards.Run(installation, server);
        await text.WriteLineAsync(
            $"\n{kind}, {stored:N0} stored: starts a second {empty.Starts:N0} empty, {full.Starts:N0} full; submissions {empty.Submissions:N0} and {full.Submissions:N0}; {empty.Failed + full.Failed} failed");
        foreach (var (board, milliseconds) in boards)
        {
            await text.WriteLineAsync($"  {milliseconds,8:F1} ms  {board}");
        }

        return new StoredFigures(full.Starts / empty.Starts, full.Submissions / empty.Submissions, boards[0].Board, boards[0].Milliseconds);
    }

    /// <summary>How long the results of a round take, by how many took part.</summary>
    public static async Task Closing(DatabaseKind kind, TextWriter text)
    {
        foreach (var people in new long[] { 10_000, 100_000, 1_000_000 })
        {
            await using var installation = await Installation.Create(kind);
            var (closing, collective) = await Loads.Closing.Run(installation, people);
            await text.WriteLineAsync($"{kind}, {people:N0} entrants: ranking, prediction and prizes {closing:N0} ms, units {collective:N0} ms");
        }
    }

    /// <summary>What organisers do to the questions of a round that has closed.</summary>
    public static async Task Corrections(DatabaseKind kind, TextWriter text)
    {
        await text.WriteLineAsync($"\n{kind}, a million attempts in the round:");
        await using var installation = await Installation.Create(kind);
        await Loads.Corrections.Run(installation, 1_000_000, text);
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
/// <param name="Stored">With millions of attempts stored.</param>
public sealed record FullFigures(JourneyFigures Journeys, StampedeFigures Stampede, double MemoryMb, StoredFigures Stored);

/// <summary>How a full database compares with an empty one.</summary>
/// <param name="Starts">Starts a second, as a share of those on an empty database.</param>
/// <param name="Submissions">Submissions likewise.</param>
/// <param name="SlowestBoard">The board that takes longest uncached.</param>
/// <param name="SlowestBoardMs">Its median in milliseconds.</param>
public sealed record StoredFigures(double Starts, double Submissions, string SlowestBoard, double SlowestBoardMs);

/// <summary>How the opening went.</summary>
/// <param name="Failed">How many did not get their paper.</param>
/// <param name="Seconds">When the last had it.</param>
/// <param name="StartP99Ms">Milliseconds for the start.</param>
public sealed record StampedeFigures(long Failed, double Seconds, double StartP99Ms);
