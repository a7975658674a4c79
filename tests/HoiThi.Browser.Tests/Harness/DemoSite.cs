namespace HoiThi.Browser.Tests.Harness;

/// <summary>
/// The demo, seeded once: one server that all tests share that do no harm to it, and its data to copy for those that
/// kill theirs.
/// </summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Slug = "hai-phong-cchc-2023";
    public const string Home = "/competition/" + Slug;

    /// <summary>The round that the demo's calendar has open.</summary>
    public const int OpenRound = 2;

    private readonly TemporaryFolder seed = new();
    private readonly TemporaryFolder data = new();
    private ServerProcess? server;

    internal ServerProcess Server => server!;

    internal string DataFolder => data.Path;

    public async ValueTask InitializeAsync()
    {
        Checkout.RequireFrontEnd();
        await using (var seeding = await ServerProcess.StartAsync(seed.Path, Checkout.Demo))
        {
            await seeding.StopAsync();
        }

        data.Filled(seed.Path);
        server = await ServerProcess.StartAsync(data.Path);
    }

    /// <summary>A copy of the seeded data.</summary>
    internal TemporaryFolder CopyOfData() => new TemporaryFolder().Filled(seed.Path);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        seed.Dispose();
        data.Dispose();
    }
}
