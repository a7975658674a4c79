using System.Diagnostics;

namespace HoiThi.Server.Tests.Harness;

/// <summary>The command line in a process of its own.</summary>
internal static class CommandProcess
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(await output + await errors);
        return process.ExitCode;
    }

    /// <summary>Starts the server and waits until it listens.</summary>
    public static async Task<(Process Server, Uri Address)> ServeAsync(params string[] arguments)
    {
        const string Listens = "HoiThi listens on ";
        var server = Start(["serve", "--urls", "http://127.0.0.1:0", .. arguments]);
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listens, StringComparison.Ordinal))
            {
                return (server, new Uri(line[Listens.Length..]));
            }
        }

        throw new InvalidOperationException("The server ended: " + await server.StandardError.ReadToEndAsync());
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HoiThi.Server.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("HOITHI_DATABASE");
        start.Environment.Remove("HOITHI_KEY");
        return Process.Start(start)!;
    }
}
