using System.Collections.Concurrent;
using HoiThi.Core.Attempts;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Builder;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// One installation: a database, a data folder with its key, a clock, and any number of nodes that really listen on
/// ports of this machine.
/// </summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly PostgresServer postgres;
    private readonly ConcurrentQueue<TestNode> nodes = [];

    private TestSite(DatabaseOptions database, string folder, TimeProvider time, PostgresServer postgres)
    {
        (Database, Folder, Time, this.postgres) = (database, folder, time, postgres);
    }

    public DatabaseOptions Database { get; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    public TimeProvider Time { get; }

    /// <summary>The clock, where it is one that a test sets.</summary>
    public TestClock Clock => (TestClock)Time;

    public LogCapture Logs { get; } = new();

    /// <summary>The first node.</summary>
    public TestNode Node => nodes.First();

    public ServerOptions Options => new(Folder, Database, "http://127.0.0.1:0") { Address = new Uri("https://hoi-thi.test/") };

    /// <summary>A site without a node and without a contest.</summary>
    public static async Task<TestSite> CreateAsync(DatabaseKind kind, PostgresServer postgres, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("hoithi-test-").FullName;
        var database = kind == DatabaseKind.Postgres ? await postgres.NewDatabaseAsync() : DatabaseOptions.Parse("sqlite", folder);
        return new TestSite(database, folder, time ?? new TestClock(TestContest.Week1), postgres);
    }

    /// <summary>A site with one node that runs the test contest, in its first week unless told otherwise.</summary>
    public static async Task<TestSite> StartAsync(
        DatabaseKind kind, PostgresServer postgres, TimeProvider? time = null, ContestBundle? contest = null, Action<WebApplicationBuilder>? configure = null)
    {
        var site = await CreateAsync(kind, postgres, time);
        try
        {
            var node = await site.StartNodeAsync(configure);
            await node.ImportAsync(contest ?? TestContest.Bundle);
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more node on the same database with the same key.</summary>
    public async Task<TestNode> StartNodeAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var node = await TestNode.StartAsync(this, configure);
        nodes.Enqueue(node);
        return node;
    }

    /// <summary>One value of the database.</summary>
    public async Task<T> ValueAsync<T>(string sql, params object?[] values)
    {
        await using var connection = await Node.Get<Database>().OpenAsync();
        await using var command = Server.Storage.Database.Command(connection, sql, values);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>How many rows a table has.</summary>
    public Task<long> CountAsync(string table) => ValueAsync<long>($"SELECT count(*) FROM {table}");

    /// <summary>Changes the database behind the server's back.</summary>
    public async Task<int> ExecuteAsync(string sql, params object?[] values)
    {
        await using var connection = await Node.Get<Database>().OpenAsync();
        await using var command = Server.Storage.Database.Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>A contestant's id as a parameter of the database's own type.</summary>
    public object Parameter(ContestantId id) => Node.Get<Database>().Parameter(id);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        if (Database.Kind == DatabaseKind.Postgres)
        {
            await postgres.DropAsync(Database);
        }
        else
        {
            await using var pooled = new Microsoft.Data.Sqlite.SqliteConnection(Database.ConnectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
