using System.Collections.Concurrent;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// One site a database for all tests of a class: its contestants do not meet. Whoever moves the clock or counts all
/// rows makes a site of his own.
/// </summary>
public sealed class SharedSites(PostgresServer postgres) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestSite>>> sites = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites.Values)
        {
            await (await site.Value).DisposeAsync();
        }
    }

    internal Task<TestSite> Of(DatabaseKind kind) =>
        sites.GetOrAdd(kind, each => new Lazy<Task<TestSite>>(() => TestSite.StartAsync(each, postgres))).Value;
}
