using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Jobs;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HoiThi.Server.Tests.Harness;

/// <summary>One server of a site, as <c>hoithi serve</c> starts it, but with the clock of the tests.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestNode(TestSite site, WebApplication app) => (Site, this.app) = (site, app);

    public TestSite Site { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>The test contest as the node runs it.</summary>
    public LiveContest Contest => Get<ContestCatalog>().Find(TestContest.Slug)!;

    public static async Task<TestNode> StartAsync(TestSite site, Action<WebApplicationBuilder>? configure)
    {
        var built = ServerApp.Build(site.Options, builder =>
        {
            builder.Services.AddSingleton(site.Time);
            builder.Logging.ClearProviders().AddProvider(site.Logs);
            configure?.Invoke(builder);
        });
        try
        {
            await ServerApp.PrepareAsync(built.Services);
            await built.StartAsync();
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }

        return new TestNode(site, built);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Takes a contest in and knows it at once.</summary>
    public async Task ImportAsync(ContestBundle bundle)
    {
        await Get<ContestStore>().ImportAsync(bundle);
        await Get<ContestCatalog>().RefreshAsync();
    }

    /// <summary>Somebody with a browser on this node, not yet registered.</summary>
    public Contestant Visitor(Person? person = null) => new(this, person ?? new Person());

    /// <summary>Somebody who has registered.</summary>
    public async Task<Contestant> ContestantAsync(Person? person = null)
    {
        var contestant = Visitor(person);
        await contestant.JoinAsync();
        return contestant;
    }

    /// <summary>The sealed set of a round, with the key.</summary>
    public SealedSet SetOf(int round, short division = 0) => Contest.Round(round, division)!.CurrentSet;

    public Task<int> ExpireAsync() => Get<ExpireAttempts>().RunAsync();

    public Task<ClosingOutcome> CloseAsync(int round, bool again = false) => Get<RoundClosing>().CloseAsync(Contest, round, again);

    /// <summary>What a recount finds.</summary>
    public async Task<(ReconciliationFigures Figures, List<string> Differences)> ReconcileAsync()
    {
        var lines = new List<string>();
        return (await Get<Reconciliation>().RunAsync(Contest, lines.Add), lines);
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(soon.Token);
        var database = Get<Database>();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
