using System.Net;
using HoiThi.Server;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Machinery;

/// <summary>A database with the bench's contest in it, in a temporary folder that goes when this is disposed.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly string folder;

    private Installation(string folder, DatabaseKind kind, PostgresCluster? postgres, BenchContest contest)
    {
        this.folder = folder;
        Kind = kind;
        Postgres = postgres;
        Contest = contest;
        Options = new ServerOptions(folder, DatabaseOptions.Parse(DatabaseText, folder));
    }

    public DatabaseKind Kind { get; }

    /// <summary>The cluster; null on SQLite.</summary>
    public PostgresCluster? Postgres { get; }

    public BenchContest Contest { get; }

    public ServerOptions Options { get; }

    private string DatabaseText => Postgres?.ConnectionString ?? "sqlite";

    public static async Task<Installation> Create(DatabaseKind kind)
    {
        var temporary = Directory.CreateTempSubdirectory("hoithi-bench-").FullName;
        var postgres = kind == DatabaseKind.Postgres ? await PostgresCluster.Create(Path.Combine(temporary, "postgres")) : null;
        var installation = new Installation(temporary, kind, postgres, BenchContest.Load());
        await using var services = installation.Services();
        await ServerApp.PrepareAsync(services);
        await services.GetRequiredService<ContestStore>().ImportAsync(installation.Contest.Bundle);
        return installation;
    }

    /// <summary>The server's services on this database, for looking at what is stored: nothing listens and no job runs.</summary>
    public ServiceProvider Services() => new ServiceCollection().AddLogging().AddHoiThi(Options).BuildServiceProvider();

    /// <summary>Starts a node, on a free port or on one it had before.</summary>
    public Task<ServerProcess> StartServer(IPEndPoint? address = null) =>
        ServerProcess.Start(Checkout.ServerDll, address ?? Checkout.FreeEndPoint(), "serve", "--data", folder, "--database", DatabaseText);

    /// <summary>Starts the floor on this database.</summary>
    public Task<ServerProcess> StartFloor() => ServerProcess.Start(
        typeof(Installation).Assembly.Location, Checkout.FreeEndPoint(), "floor-server", "--data", folder, "--database", DatabaseText);

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null)
        {
            await Postgres.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
