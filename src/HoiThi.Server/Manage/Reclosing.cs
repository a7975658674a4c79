using HoiThi.Server.Contests;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>After an act that changes what counts: rounds that are closed already are ranked and their prizes given anew.</summary>
public sealed class Reclosing(IDbContextFactory<HoiThiContext> contexts, RoundClosing closing)
{
    /// <summary>Does it for one round and the contest, or for all.</summary>
    public async Task RunAsync(LiveContest contest, int? round = null)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var closed = await context.RoundResults.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => (int)row.Round).Distinct().ToListAsync();
        foreach (var each in closed.Where(number => round is null || number == round || number == 0).OrderBy(number => number == 0).ThenBy(number => number))
        {
            await closing.CloseAsync(contest, each, again: true);
        }
    }
}
