using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>The real server, in a process of its own that can be stopped, killed and started again on the same data and port.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> output = new();
    private readonly string data;
    private Process? process;

    private ServerProcess(string data)
    {
        this.data = data;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        // A run that is cut short leaves no server behind.
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public Uri Address { get; }

    /// <summary>What is stored, as another process reads it.</summary>
    public StoredData Stored => new(Path.Combine(data, "hoithi.db"));

    /// <summary>Starts a server on a data folder, which it fills with the demo if a folder of one is given.</summary>
    public static async Task<ServerProcess> StartAsync(string data, string? demo = null)
    {
        var server = new ServerProcess(data);
        await server.StartAsync(demo is null ? [] : ["--demo", demo]);
        return server;
    }

    /// <summary>Runs a command of the command line to its end; it has to succeed.</summary>
    /// <returns>What it said.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var command = Process.Start(Dotnet(arguments))!;
        var said = await command.StandardOutput.ReadToEndAsync() + await command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        command.ExitCode.ShouldBe(0, said);
        return said;
    }

    /// <summary>Starts the server again after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public Task StartAgainAsync() => StartAsync([]);

    /// <summary>What <c>kill -9</c> does: no word of warning, nothing can be finished.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What <c>systemctl stop</c> does.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
    }

    private static ProcessStartInfo Dotnet(IEnumerable<string> arguments) => new("dotnet", [Checkout.ServerDll, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Checkout.Root,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAsync(string[] more)
    {
        process?.Dispose();
        output.Clear();
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process
        {
            StartInfo = Dotnet(["serve", "--data", data, "--urls", Address.GetLeftPart(UriPartial.Authority), .. more]),
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.ErrorDataReceived += (_, line) => Heard(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The server has ended:\n" + string.Join('\n', output)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(Patience);

        void Heard(string? line)
        {
            output.Enqueue(line ?? "");
            if (line?.StartsWith("HoiThi listens on", StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        }
    }

    private void OnExit(object? sender, EventArgs e)
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }
    }
}
