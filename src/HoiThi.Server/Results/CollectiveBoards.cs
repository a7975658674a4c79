using System.Collections.Concurrent;
using System.Diagnostics;
using HoiThi.Core;
using HoiThi.Core.Collective;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Closing;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>
/// The collective awards: from the figures that were stored when the contest closed, before that from those of now. Counting
/// them costs more than a page should, so what was counted serves for fifty times as long as it took.
/// </summary>
public sealed class CollectiveBoards(IDbContextFactory<HoiThiContext> contexts, Secrets secrets)
{
    private const int TimeShare = 50;
    private readonly ConcurrentDictionary<short, Counted> counted = new();

    /// <summary>The awards of a contest, in its order.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="closed">When its results were computed, or null while it is not closed.</param>
    public async Task<ValueList<CollectiveBoard>> Of(LiveContest contest, long? closed)
    {
        if (counted.TryGetValue(contest.Number, out var known)
            && known.Version == contest.Version && known.Closed == closed && (closed is not null || Stopwatch.GetTimestamp() < known.Due))
        {
            return known.Boards;
        }

        var begun = Stopwatch.GetTimestamp();
        await using var context = await contexts.CreateDbContextAsync();
        var figures = closed is null
            ? await UnitFiguresStore.CountAsync(context, contest, secrets, CancellationToken.None)
            : await UnitFiguresStore.ReadAsync(context, contest, CancellationToken.None);
        var boards = contest.Definition.Collective
            .Select(award => CollectiveBoard.Of(award, contest.Definition.Units, contest.Units, unit => figures.GetValueOrDefault(unit, UnitFigures.None)))
            .ToValueList();
        counted[contest.Number] = new Counted(
            contest.Version, closed, boards, Stopwatch.GetTimestamp() + (TimeShare * (Stopwatch.GetTimestamp() - begun)));
        return boards;
    }

    private sealed record Counted(int Version, long? Closed, ValueList<CollectiveBoard> Boards, long Due);
}
