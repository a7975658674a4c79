using System.Diagnostics;
using System.Globalization;
using HoiThi.Rehearsal.Measuring;
using Npgsql;

namespace HoiThi.Load.Machinery;

/// <summary>
/// A PostgreSQL of our own in a temporary folder, with its default, durable settings. It refuses to run as root, so root
/// starts it as the user <c>postgres</c>.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly string folder;
    private readonly string programs;
    private readonly int port;
    private Process? postmaster;

    private PostgresCluster(string folder, int port)
    {
        this.folder = folder;
        this.port = port;
        programs = Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
            .Select(version => Path.Combine(version, "bin")).First();
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";

    /// <summary>CPU time of the postmaster and all its backends.</summary>
    public TimeSpan Cpu => postmaster is null ? TimeSpan.Zero : ProcessFigures.CpuOfTree(postmaster.Id);

    public static async Task<PostgresCluster> Create(string folder)
    {
        var cluster = new PostgresCluster(folder, Checkout.FreeEndPoint().Port);
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root")
        {
            await Run("chmod", "o+x", Path.GetDirectoryName(folder)!);
            await Run("chown", "postgres", folder);
        }

        await Run([.. cluster.As("initdb"), "-D", folder, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
        await cluster.Start();
        return cluster;
    }

    /// <summary>Starts it, after a kill as well: it recovers by its own log.</summary>
    public async Task Start()
    {
        string[] command =
        [
            .. As("postgres"), "-D", folder, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}", "-c", "log_min_messages=fatal",
        ];
        postmaster = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
        Children.Adopt(postmaster.Id, Children.Quit); // its immediate shutdown, backends and all
        postmaster.ErrorDataReceived += static (_, _) => { };
        postmaster.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!await Answers())
        {
            if (clock.Elapsed > StartLimit || postmaster.HasExited)
            {
                throw new InvalidOperationException("PostgreSQL did not start.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Ends the postmaster and every backend with SIGKILL.</summary>
    public async Task Kill()
    {
        // Stopped first, so that it starts no further backend while those it has are counted.
        Children.Send(postmaster!.Id, Children.Stop);
        var backends = ProcessFigures.ChildrenOf(postmaster.Id);
        foreach (var backend in backends)
        {
            Children.Send(backend, Children.Kill);
        }

        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        while (backends.Exists(ProcessFigures.IsAlive))
        {
            await Task.Delay(5);
        }

        Children.Forget(postmaster.Id);
        postmaster.Dispose();
        postmaster = null;
    }

    /// <summary>Runs one statement, with all the time it needs.</summary>
    public async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (postmaster is not null)
        {
            await Kill();
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false;Timeout=2");
            await using var connection = await source.OpenConnectionAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>A program of PostgreSQL; setpriv becomes it, so that the id of the process is PostgreSQL's.</summary>
    private string[] As(string program)
    {
        var path = Path.Combine(programs, program);
        return Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path] : [path];
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)}: {await output}{await error}");
        }
    }
}
