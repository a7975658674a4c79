using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HoiThi.Server.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(HoiThi.Server.Tests.Harness.PostgresServer))]

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// A PostgreSQL of the tests' own: made in a temporary folder when the first test asks for it, on a free port, with
/// everything that makes commits durable left on; stopped and deleted at the end, even if the tests are killed.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    // Reads until its input ends, which it does however this process ends; then cleans up.
    private const string Script = """
        trap '' INT TERM
        cd /
        "$BIN/initdb" -D "$DIR/data" -U hoithi -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$DIR/initdb.log" 2>&1 || { cat "$DIR/initdb.log"; exit 1; }
        echo "listen_addresses = '127.0.0.1'
        port = $PORT
        unix_socket_directories = '$DIR'
        max_connections = 300" >> "$DIR/data/postgresql.conf"
        "$BIN/pg_ctl" -D "$DIR/data" -l "$DIR/server.log" -w -t 60 start >/dev/null 2>&1 </dev/null || { cat "$DIR/server.log"; exit 1; }
        echo ready
        cat >/dev/null
        "$BIN/pg_ctl" -D "$DIR/data" -m immediate -w stop >/dev/null 2>&1
        rm -rf "$DIR"
        """;

    private readonly SemaphoreSlim starting = new(1, 1);
    private Process? keeper;
    private string folder = "";
    private string binaries = "";
    private int port;
    private int databases;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A database that nobody else uses.</summary>
    public async Task<DatabaseOptions> NewDatabaseAsync()
    {
        await StartAsync();
        var name = "test" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");

        // Several nodes of several tests share the server: none may take all of its connections.
        return DatabaseOptions.Parse($"Host=127.0.0.1;Port={port};Username=hoithi;Database={name};Maximum Pool Size=25;Timeout=60", folder);
    }

    /// <summary>Deletes a database with whoever is still connected to it.</summary>
    public Task DropAsync(DatabaseOptions options) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(options.ConnectionString).Database} WITH (FORCE)");

    /// <summary>Kills the server as a power cut does: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        using var postmaster = Process.GetProcessById(pid);
        postmaster.Kill();
        await RunAsync("bash", ["-c", $"while kill -0 {pid} 2>/dev/null; do sleep 0.05; done"]);
    }

    /// <summary>Starts the server again after <see cref="KillAsync"/>; it recovers from its log.</summary>
    public Task RestartAsync() => RunAsync("bash", AsPostgres(
        "bash", "-c", $"cd / && rm -f {folder}/data/postmaster.pid && {binaries}/pg_ctl -D {folder}/data -l {folder}/server.log -w -t 60 start >/dev/null 2>&1 </dev/null"));

    public async ValueTask DisposeAsync()
    {
        if (keeper is not null)
        {
            keeper.StandardInput.Close();
            await keeper.WaitForExitAsync();
            keeper.Dispose();
        }

        starting.Dispose();
    }

    private async Task StartAsync()
    {
        await starting.WaitAsync();
        try
        {
            if (keeper is not null)
            {
                return;
            }

            binaries = FindBinaries();
            folder = Directory.CreateTempSubdirectory("hoithi-postgres-").FullName;
            port = FreePort();
            if (Environment.UserName == "root")
            {
                await RunAsync("chown", ["postgres", folder]);
            }

            var start = new ProcessStartInfo("bash", AsPostgres("env", $"BIN={binaries}", $"DIR={folder}", $"PORT={port}", "bash", "-c", Script))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            keeper = Process.Start(start)!;
            var said = await keeper.StandardOutput.ReadLineAsync();
            if (said != "ready")
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {said}\n{await keeper.StandardOutput.ReadToEndAsync()}");
            }
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>PostgreSQL refuses to run as root, so root runs it as the user that its package made.</summary>
    private static string[] AsPostgres(params string[] command) => Environment.UserName == "root"
        ? ["-c", "exec runuser -u postgres -- \"$@\"", "bash", .. command]
        : ["-c", "exec \"$@\"", "bash", .. command];

    private static string FindBinaries()
    {
        const string Root = "/usr/lib/postgresql";
        var found = Directory.Exists(Root)
            ? Directory.GetDirectories(Root).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return found ?? throw new InvalidOperationException(
            $"These tests need PostgreSQL in {Root}. Install it with: sudo apt-get install postgresql (./test does so).");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=hoithi;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
