using System.Diagnostics;
using System.Net;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Measuring;
using HoiThi.Server.Security;

namespace HoiThi.Load.Machinery;

/// <summary>A server that this tool has started: <c>hoithi serve</c>, or the floor in its place.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> output = [];
    private bool disposed;

    private ServerProcess(Process process, IPEndPoint address)
    {
        this.process = process;
        Address = address;
        Children.Adopt(process.Id, Children.Kill);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public IPEndPoint Address { get; }

    public int Id => process.Id;

    public TimeSpan Cpu => ProcessFigures.CpuOf(process.Id);

    /// <summary>The last lines it wrote.</summary>
    public string LastOutput
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>Starts a program and waits until it answers <c>/readyz</c>.</summary>
    public static async Task<ServerProcess> Start(string dll, IPEndPoint address, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. arguments, "--urls", $"http://{address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"); // the client's own setting
        start.Environment[RequestLimits.Variable] = "1000000"; // everybody comes from one address here; counting is still paid for
        var server = new ServerProcess(Process.Start(start)!, address);
        await server.Ready();
        return server;
    }

    /// <summary>Ends it as a loss of power would: SIGKILL, at whatever it is doing.</summary>
    public void Kill()
    {
        process.Kill();

        // With a limit it does not wait for the end of the output, which the thread that is here may be the one to read.
        process.WaitForExit(StartLimit);
        Children.Forget(process.Id);
    }

    public void Dispose()
    {
        if (!disposed && !process.HasExited)
        {
            Kill();
        }

        disposed = true;
        process.Dispose();
    }

    private async Task Ready()
    {
        using var visitor = new Visitor(Address);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < StartLimit && !process.HasExited)
        {
            try
            {
                if ((await visitor.Get("/readyz")).Status == 200)
                {
                    return;
                }
            }
            catch (IOException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        Dispose();
        throw new InvalidOperationException($"The server did not start:\n{LastOutput}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            output.Add(line.Data ?? "");
            if (output.Count > 200)
            {
                output.RemoveAt(0);
            }
        }
    }
}
