using System.Collections.Frozen;
using HoiThi.Server.Contests;
using HoiThi.Server.Site;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Attempts;

/// <summary>
/// Deadlines that were moved of late, so that open papers learn of it: they ask a small answer that is the same for all,
/// and only who is concerned asks for his own time.
/// </summary>
public sealed partial class DeadlineMoves(IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, TimeProvider time, ILogger<DeadlineMoves> log)
    : PeriodicJob(TimeSpan.FromSeconds(4), time)
{
    // A paper that was opened earlier has asked since.
    private static readonly TimeSpan Told = TimeSpan.FromMinutes(10);
    private FrozenDictionary<short, Moves> moves = FrozenDictionary<short, Moves>.Empty;

    /// <summary>The moves of a contest: by round those of all its open attempts, by the hash of an attempt's id those of one; each with how long ago it was.</summary>
    public IResult AnswerOf(string slug)
    {
        if (catalog.Find(slug) is not { } contest)
        {
            return Reply.NotFound();
        }

        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        var found = moves.GetValueOrDefault(contest.Number);
        return Reply.Json(new
        {
            all = found?.All.ToDictionary(pair => pair.Key, pair => now - pair.Value) ?? [],
            some = found?.Some.ToDictionary(pair => pair.Key, pair => now - pair.Value, StringComparer.Ordinal) ?? [],
        });
    }

    public override async Task RunAsync(CancellationToken cancel = default)
    {
        var since = (Time.GetUtcNow() - Told).ToUnixTimeMilliseconds();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await context.DeadlineMoves.AsNoTracking().Where(row => row.Moment > since).ToListAsync(cancel);
        moves = rows.GroupBy(row => row.Contest).ToFrozenDictionary(group => group.Key, group => new Moves(
            group.Where(row => row.Attempt is null).GroupBy(row => row.Round).ToDictionary(round => round.Key, round => round.Max(row => row.Moment)),
            group.Where(row => row.Attempt is not null).GroupBy(row => HashOf(row.Attempt!), StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Max(row => row.Moment), StringComparer.Ordinal)));
    }

    /// <summary>FNV-1a: it only says who should ask; a paper that asks in vain does no harm. The script of the paper computes the same.</summary>
    public static string HashOf(string attempt)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in attempt)
        {
            hash = (hash ^ letter) * 16_777_619u;
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }

    [LoggerMessage(LogLevel.Warning, "Moved deadlines could not be read; the next run tries again")]
    protected override partial void LogFailed(Exception exception);

    private sealed record Moves(Dictionary<short, long> All, Dictionary<string, long> Some);
}
