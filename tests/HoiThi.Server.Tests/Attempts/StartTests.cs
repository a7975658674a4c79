using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

public sealed class StartTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Fifty_taps_at_once_are_one_attempt(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => contestant.StartAsync()));
        started.Distinct().ShouldHaveSingleItem();
        (await site.CountAsync("attempt")).ShouldBe(1);
    }
}
