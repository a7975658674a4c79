using System.Collections.Concurrent;
using System.Security.Cryptography;
using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Server.Contests;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>
/// The seeds that draws of lots are made from: one a contest, made once and never again, kept encrypted; its rounds' seeds
/// are derived from it. Their hashes are public at once, a round's seed when the round has closed.
/// </summary>
public sealed class DrawSeeds(IDbContextFactory<HoiThiContext> contexts, Secrets secrets)
{
    private readonly ConcurrentDictionary<short, byte[]> known = new();

    /// <summary>The seed of a round; 0 for the contest.</summary>
    public async ValueTask<DrawSeed> OfAsync(LiveContest contest, int round, CancellationToken cancel = default)
    {
        if (!known.TryGetValue(contest.Number, out var seed))
        {
            known[contest.Number] = seed = await TakeAsync(contest.Number, cancel);
        }

        return DrawSeed.Of(seed, round);
    }

    private async Task<byte[]> TakeAsync(short contest, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var owner = new ContestantId(new Guid(contest, 0, 0, new byte[8]));
        var fresh = secrets.Encrypt(owner, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(DrawSeed.Size)));

        // Of two nodes that come first at once one is first in the table, and both use that.
        await context.Database.ExecuteSqlAsync($"INSERT INTO contest_seed (contest, seed) VALUES ({contest}, {fresh}) ON CONFLICT DO NOTHING", cancel);
        var row = await context.ContestSeeds.AsNoTracking().SingleAsync(row => row.Contest == contest, cancel);
        return Convert.FromHexString(secrets.Decrypt(owner, row.Seed));
    }
}
