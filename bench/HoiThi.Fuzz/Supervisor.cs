using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace HoiThi.Fuzz;

/// <summary>Starts a process for a parser, and another with the next seed whenever something was found, until the time is over.</summary>
internal static class Supervisor
{
    // Readers live in the server beside everything else: more than this is too much for one file.
    private const string HeapLimit = "0x40000000";

    /// <returns>How many different things were found.</returns>
    public static async Task<int> RunAsync(FuzzedParser parser, int seed, TimeSpan time, string folder)
    {
        var clock = Stopwatch.StartNew();
        var finds = new HashSet<string>(StringComparer.Ordinal);
        while (clock.Elapsed < time)
        {
            var (code, said) = await ChildAsync(parser, seed, time - clock.Elapsed, folder);
            if (code == 0)
            {
                Console.WriteLine($"{parser.Name}, seed {seed}: {said.Trim()}, {finds.Count} finds");
                return finds.Count;
            }

            // The first lines tell one find from another: what was thrown, and where.
            var kind = string.Join('\n', said.Split('\n').Take(3));
            if (finds.Add(kind))
            {
                var current = ChildRun.CurrentOf(parser, folder);
                var name = $"{parser.Name}-{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(current)))[..12]}";
                File.Move(current, Path.Combine(folder, name), overwrite: true);
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.txt"), said);
                Console.WriteLine($"{parser.Name}, seed {seed}: FOUND {name}: {(kind.Length == 0 ? $"the process ended with {code}" : kind)}");
            }

            seed++;
        }

        return finds.Count;
    }

    private static async Task<(int Code, string Said)> ChildAsync(FuzzedParser parser, int seed, TimeSpan time, string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(Supervisor).Assembly.Location, parser.Name, "--child", "--seed", seed.ToString(CultureInfo.InvariantCulture),
                "--minutes", time.TotalMinutes.ToString(CultureInfo.InvariantCulture), "--out", folder,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output is { Length: > 0 } said ? said : await errors);
    }
}
