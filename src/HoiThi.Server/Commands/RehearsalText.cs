using System.Globalization;
using HoiThi.Rehearsal.Rehearsals;

namespace HoiThi.Server.Commands;

/// <summary>A rehearsal's report for people.</summary>
internal static class RehearsalText
{
    private const int Wished = 3;

    public static void Write(TextWriter output, RehearsalReport report)
    {
        Line($"{report.Contest}: {report.Contestants:N0} people from seed {report.Seed} in {report.Seconds:N0} s; {report.Finished:N0} came to their end, {report.Failed:N0} did not.");
        Line($"  {"step",-10} {"requests",9} {"p50",9} {"p95",9} {"p99",9} {"most",9}  ms");
        foreach (var step in report.Steps)
        {
            Line($"  {step.Step,-10} {step.Count,9:N0} {step.P50,9:N1} {step.P95,9:N1} {step.P99,9:N1} {step.Most,9:N1}");
        }

        foreach (var error in report.Errors)
        {
            Line($"  {error.People:N0} × {error.What}");
        }

        if (report.Errors.Any(error => error.What.EndsWith("status 429", StringComparison.Ordinal)))
        {
            Line($"  All of them come from one address here: start the server with {Security.RequestLimits.Variable}=0 for the rehearsal.");
        }

        Line($"Attempts begun: at most {report.PerMinute:N0} a minute; borne {report.BornePerMinute:N0} a minute (nothing failed, 99 of 100 answers within a second).");
        if (report.Server is { } server)
        {
            Line($"The server (process {server.Process}) used {server.CpuSeconds:N1} s of CPU time, {server.CpuPercent:N0} % of a core, and {server.MegabytesNow:N0} MB of memory, {server.MegabytesMost:N0} MB at most.");
        }

        Line($"Expected in the real round: {report.Expected.People:N0} people; the busiest minute is {report.Expected.Busiest:HH:mm dd/MM/yyyy} with {report.Expected.PerMinute:N0} attempts begun.");
        Line($"{Verdict(report)}");

        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static FormattableString Verdict(RehearsalReport report)
    {
        var borneAll = report.Failed == 0 && report.BornePerMinute == report.PerMinute;
        return report switch
        {
            { Failed: > 0 } => $"NOT BORNE: {report.Failed:N0} people met an error.",
            _ when report.Times < 1 && borneAll => $"BORNE, but this was less than the busiest minute ({report.Times:N1} times): let more come (--contestants), or in less time (--minutes).",
            _ when report.Times < 1 => $"NOT BORNE: the server keeps up with {report.Times:N1} times the busiest minute.",
            _ when report.Times < Wished && borneAll => $"BORNE: {report.Times:N1} times the busiest minute, all that came; whether it bears {Wished} times, only more people tell.",
            _ => $"BORNE: {report.Times:N1} times the busiest minute.",
        };
    }
}
