using HoiThi.Server.Contests;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>After an act that changes what counts: rounds that are closed already are ranked and their prizes given anew.</summary>
public sealed class Reclosing(IDbContextFactory<HoiThiContext> contexts, RoundClosing closing)
{
    /// <summary>Does it for one round with its stages and the contest, or for all, in the order in which they are closed.</summary>
    /// <returns>Whether that is all: false where attempts are being marked anew, after which it has to be done again.</returns>
    public async Task<bool> RunAsync(LiveContest contest, int? round = null)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var closed = await context.RoundResults.AsNoTracking().Where(row => row.Contest == contest.Number).Select(row => (int)row.Round).Distinct().ToListAsync();
        var all = true;
        foreach (var each in contest.Closings.Where(number => closed.Contains(number) && (round is null || number == round || (number <= 0 && contest.RoundsIn(number).Any(of => of.Number == round)))))
        {
            all &= await closing.CloseAsync(contest, each, again: true) != ClosingOutcome.MarkedAnew;
        }

        return all;
    }
}
