using HoiThi.Core;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>What a rehearsal came to.</summary>
/// <param name="Contest">The slug of the copy.</param>
/// <param name="Contestants">How many people came.</param>
/// <param name="Seed">From which seed.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Finished">How many came to their end, every reply as it should be.</param>
/// <param name="Failed">How many did not.</param>
/// <param name="Steps">Latencies of each kind of request.</param>
/// <param name="Errors">Why people did not come to their end.</param>
/// <param name="PerMinute">The most attempts begun, as a rate a minute.</param>
/// <param name="BornePerMinute">The same while nothing failed and at most one answer of a hundred took more than a second.</param>
/// <param name="Expected">The busiest minute of the real round.</param>
/// <param name="Server">The server's process, where it is on this machine; else null.</param>
public sealed record RehearsalReport(
    string Contest,
    int Contestants,
    ulong Seed,
    double Seconds,
    long Finished,
    long Failed,
    ValueList<StepReport> Steps,
    ValueList<ErrorReport> Errors,
    int PerMinute,
    int BornePerMinute,
    Demand Expected,
    ServerReport? Server)
{
    /// <summary>How many times the busiest minute the server bore; 0 where nobody is expected.</summary>
    public double Times => Expected.PerMinute == 0 ? 0 : (double)BornePerMinute / Expected.PerMinute;

    /// <summary>Whether it bore the busiest minute, and everything that it was given went well.</summary>
    public bool Passed => Failed == 0 && BornePerMinute >= Expected.PerMinute;
}

/// <summary>Latencies of one kind of request, in milliseconds.</summary>
/// <param name="Step">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P95">95 of a hundred took no longer.</param>
/// <param name="P99">99 of a hundred took no longer.</param>
/// <param name="Most">None took longer.</param>
public sealed record StepReport(string Step, long Count, double P50, double P95, double P99, double Most);

/// <summary>A kind of error.</summary>
/// <param name="What">At which step, and what.</param>
/// <param name="People">How many met it.</param>
public sealed record ErrorReport(string What, int People);

/// <summary>The server's process.</summary>
/// <param name="Process">Its id.</param>
/// <param name="CpuSeconds">CPU time that the rehearsal cost it.</param>
/// <param name="CpuPercent">The same as a share of one core, in percent.</param>
/// <param name="MegabytesNow">Memory at the end.</param>
/// <param name="MegabytesMost">The most memory since it was started.</param>
public sealed record ServerReport(int Process, double CpuSeconds, double CpuPercent, double MegabytesNow, double MegabytesMost);
