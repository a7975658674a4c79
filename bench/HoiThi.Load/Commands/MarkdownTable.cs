using System.Globalization;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>The table of the README: budget and measured, both databases.</summary>
public static class MarkdownTable
{
    public static string Of(IReadOnlyDictionary<DatabaseKind, FullFigures> figures)
    {
        (string What, string Budget, Func<FullFigures, string> Measured)[] rows =
        [
            ("Server CPU per journey (14 requests, 8 durable writes)", "≤ 0.5 ms", f => $"{f.Journeys.CpuMsPerJourney:F2} ms"),
            ("… as a multiple of the floor's", "≤ 2.0", f => $"{f.Journeys.CpuMsPerJourney / f.Journeys.FloorCpuMsPerJourney:F1} (floor {f.Journeys.FloorCpuMsPerJourney:F2} ms)"),
            ("Journeys a second, 256 contestants in a closed loop", "≥ 1,500 SQLite, 1,000 PostgreSQL", f => $"{f.Journeys.JourneysPerSecond:N0}, {f.Journeys.Failed} failed"),
            ("p99 of start, save, submit", "< 150 ms", f => $"{f.Journeys.P99Ms.Start:F0}, {f.Journeys.P99Ms.Save:F0}, {f.Journeys.P99Ms.Submit:F0} ms"),
            ("20,000 contestants join and start within 10 s", "none fails", f => $"{f.Stampede.Failed} failed; the last had the paper after {f.Stampede.Seconds:F1} s, p99 of start {f.Stampede.StartP99Ms:F0} ms"),
            ("Starts with 10 million attempts stored, of the empty rate", "≥ 0.8", f => $"{f.Stored.Starts:F2}"),
            ("Submissions likewise", "≥ 0.8", f => $"{f.Stored.Submissions:F2}"),
            ("Slowest board, uncached, 10 million stored", "≤ 50 ms", f => $"{f.Stored.SlowestBoardMs:F0} ms ({f.Stored.SlowestBoard.Split('/')[^1]})"),
            ("Memory of the server, 100,000 attempts in progress", "< 400 MB", f => $"{f.MemoryMb:F0} MB"),
        ];
        var lines = new List<string>
        {
            $"| {Machine()} | budget | {string.Join(" | ", figures.Keys)} |",
            $"|---|---|{string.Concat(Enumerable.Repeat("---|", figures.Count))}",
        };
        lines.AddRange(rows.Select(row => $"| {row.What} | {row.Budget} | {string.Join(" | ", figures.Values.Select(row.Measured))} |"));
        return string.Join('\n', lines);
    }

    private static string Machine()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} × {processor}, {memory} GB; client and database on the same cores");
    }
}
