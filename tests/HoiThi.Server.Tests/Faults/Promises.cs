using System.Globalization;
using HoiThi.Load.Faults;

namespace HoiThi.Server.Tests.Faults;

/// <summary>
/// Kills under load (bench/HoiThi.Load/Faults) and what must hold afterwards. The seed is printed; HOITHI_SEED runs it again.
/// </summary>
internal static class Promises
{
    public static int Seed() => Environment.GetEnvironmentVariable("HOITHI_SEED") is { Length: > 0 } seed
        ? int.Parse(seed, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    public static async Task<FaultReport> AreKept(FaultRun run)
    {
        var report = await run.Run(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        report.Violations.ShouldBeEmpty($"seed {run.Seed}");
        report.Checked.Submissions.ShouldBeGreaterThan(0);
        return report;
    }
}
