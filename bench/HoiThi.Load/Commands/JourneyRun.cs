using HoiThi.Load.Floor;
using HoiThi.Load.Loads;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>Journeys in a closed loop, and the floor beside them, on one database.</summary>
public static class JourneyRun
{
    public const int Contestants = 256;

    /// <summary>Measures both on databases of their own.</summary>
    public static async Task<JourneyFigures> Run(DatabaseKind kind, Durations durations, TextWriter text)
    {
        Progress.Say($"{kind}: starting");
        LoadFigures journeys, floor, least;
        double memory;
        await using (var installation = await Installation.Create(kind))
        {
            using var server = await installation.StartServer();
            journeys = await Journeys(installation, server).Run(durations.WarmUp, durations.Time, () => Used.By(server, installation.Postgres));
            memory = ProcessFigures.MemoryOf(server.Id).Peak;
            if (journeys.Recorder.Failed > 0)
            {
                Progress.Say(server.LastOutput);
            }
        }

        await using (var installation = await Installation.Create(kind))
        {
            using var server = await installation.StartFloor();
            floor = await Floor(server, FloorJourney.Same).Run(durations.FloorWarmUp, durations.FloorTime, () => Used.By(server, installation.Postgres));
            least = await Floor(server, FloorJourney.Least).Run(TimeSpan.Zero, durations.FloorTime, () => Used.By(server, installation.Postgres));
        }

        await text.WriteLineAsync($"\n{kind}, {Contestants} contestants in a closed loop, server at most {memory:F0} MB");
        await text.WriteAsync("Journeys: ");
        journeys.Print(text);
        await text.WriteAsync("Floor, the same writes: ");
        floor.Print(text);
        await text.WriteAsync("Floor, one insert and one update: ");
        least.Print(text);
        return JourneyFigures.Of(journeys, floor);
    }

    /// <summary>The closed loop of journeys against a server.</summary>
    public static ClosedLoop Journeys(Installation installation, ServerProcess server) => new(
        $"{installation.Kind}: journeys", server.Address, Contestants, (visitor, recorder) => Once(installation.Contest, visitor, recorder));

    /// <summary>One journey of somebody new.</summary>
    public static Task Once(BenchContest contest, Visitor visitor, Recorder recorder) =>
        new Journey(visitor, contest.Target, recorder).Run(Person.Next().In(contest));

    private static ClosedLoop Floor(ServerProcess server, FloorJourney journey) => new("floor", server.Address, Contestants, journey.Run);
}

/// <summary>How long to measure.</summary>
public sealed record Durations(TimeSpan WarmUp, TimeSpan Time, TimeSpan FloorWarmUp, TimeSpan FloorTime)
{
    public static Durations Quick { get; } = Of(26, 16, 10, 8);

    public static Durations Full { get; } = Of(25, 60, 15, 20);

    private static Durations Of(int warmUp, int time, int floorWarmUp, int floorTime) => new(
        TimeSpan.FromSeconds(warmUp), TimeSpan.FromSeconds(time), TimeSpan.FromSeconds(floorWarmUp), TimeSpan.FromSeconds(floorTime));
}

/// <summary>What <c>--json</c> says of one database.</summary>
/// <param name="JourneysPerSecond">Finished and found right.</param>
/// <param name="CpuMsPerJourney">CPU time of the server's process.</param>
/// <param name="FloorCpuMsPerJourney">CPU time of the floor's process for as many requests and the same writes.</param>
/// <param name="DatabaseCpuMsPerJourney">CPU time of PostgreSQL's processes; 0 for SQLite, which is in the server's.</param>
/// <param name="P99Ms">Latencies.</param>
/// <param name="Failed">Journeys with a reply that was not right, warm-up included.</param>
public sealed record JourneyFigures(
    double JourneysPerSecond, double CpuMsPerJourney, double FloorCpuMsPerJourney, double DatabaseCpuMsPerJourney, Latencies P99Ms, long Failed)
{
    internal static JourneyFigures Of(LoadFigures journeys, LoadFigures floor)
    {
        var (server, database, _) = journeys.Used.Each(journeys.Finished);
        return new JourneyFigures(
            Math.Round(journeys.PerSecond),
            Math.Round(server, 3),
            Math.Round(floor.Used.Each(floor.Finished).Server, 3),
            Math.Round(database, 3),
            new Latencies(P99(Step.Start), P99(Step.Save), P99(Step.Submit)),
            journeys.Recorder.Failed);

        double P99(Step step) => Math.Round(journeys.Recorder[step].Percentile(0.99), 1);
    }
}

/// <summary>Milliseconds.</summary>
public sealed record Latencies(double Start, double Save, double Submit);
