using HoiThi.Formats.Contests;
using HoiThi.Server;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HoiThi.Browser.Tests.Harness;

/// <summary>A server in this process whose clock a test sets: weeks pass in a moment. It really listens, on a port of this machine.</summary>
internal sealed class ClockedSite : IAsyncDisposable
{
    private readonly TemporaryFolder data = new();
    private readonly MovedClock clock;
    private WebApplication app = null!;

    private ClockedSite(DateTimeOffset start) => clock = new MovedClock(start);

    public Uri Address => new(app.Urls.First());

    /// <summary>Starts a server with a contest, at a moment.</summary>
    public static async Task<ClockedSite> StartAsync(ContestBundle contest, DateTimeOffset start)
    {
        Checkout.RequireFrontEnd();
        var site = new ClockedSite(start);
        var options = new ServerOptions(site.data.Path, DatabaseOptions.Parse("sqlite", site.data.Path), "http://127.0.0.1:0");
        site.app = ServerApp.Build(options, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(site.clock);
            builder.Logging.ClearProviders();
        });
        await ServerApp.PrepareAsync(site.app.Services);
        await site.Get<ContestStore>().ImportAsync(contest);
        await site.Get<ContestCatalog>().RefreshAsync();
        await site.app.StartAsync();
        return site;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Lets it be another moment; time goes on from there.</summary>
    public void GoTo(DateTimeOffset moment) => clock.GoTo(moment);

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
    }

    private sealed class MovedClock : TimeProvider
    {
        private long offset;

        public MovedClock(DateTimeOffset start) => GoTo(start);

        public void GoTo(DateTimeOffset moment) => Interlocked.Exchange(ref offset, (moment - System.GetUtcNow()).Ticks);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));
    }
}
