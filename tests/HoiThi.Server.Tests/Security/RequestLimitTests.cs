using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Security;

public sealed class RequestLimitTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Fact]
    public async Task A_script_gone_wild_is_slowed_down_and_nobody_else_at_its_address()
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var wild = await site.Node.ContestantAsync();
        using var beside = await site.Node.ContestantAsync();
        var (attempt, other) = (await wild.StartAsync(), await beside.StartAsync());

        var replies = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => wild.SaveAsync(attempt, "{\"changes\":[[0,1,1]]}")));
        replies.Count(reply => reply.StatusCode == HttpStatusCode.OK).ShouldBeInRange(120, 250);
        var slowed = replies.First(reply => reply.StatusCode != HttpStatusCode.OK);
        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        slowed.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(3, 10);

        (await beside.SaveAsync(other, "{\"changes\":[[0,1,1]]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await wild.GetAsync(Paths.Paper(attempt))).StatusCode.ShouldBe(HttpStatusCode.OK);
        Array.ForEach(replies, reply => reply.Dispose());
    }
}
