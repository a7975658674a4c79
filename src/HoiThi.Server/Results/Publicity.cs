using HoiThi.Core;
using HoiThi.Formats.Units;
using HoiThi.Server.Contests;
using HoiThi.Server.Results.Closing;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Results;

/// <summary>Points that organisers give units for publicity; the file is the whole truth, so importing it again changes nothing.</summary>
public sealed class Publicity(IDbContextFactory<HoiThiContext> contexts, Secrets secrets, TimeProvider time)
{
    /// <summary>Replaces the points of a contest; results that are stored are computed anew.</summary>
    /// <exception cref="ContestImportException">A line names a unit that there is not.</exception>
    public async Task ImportAsync(LiveContest contest, ValueList<PublicityPoints> points, string file, CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = points.Select((line, index) => new PublicityRow(
            contest.Number,
            index + 1,
            contest.Units.NumberOf(line.Unit) ?? throw new ContestImportException($"{file}: không có đơn vị “{line.Unit}”.", $"{file}: there is no unit '{line.Unit}'."),
            line.Points,
            line.Reason,
            now)).ToArray();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await new ResultSession(context, contest.Number).BeginAsync(cancel);
        await context.Publicity.Where(row => row.Contest == contest.Number).ExecuteDeleteAsync(cancel);
        context.Publicity.AddRange(rows);
        await context.SaveChangesAsync(cancel);
        if (await context.RoundResults.AnyAsync(row => row.Contest == contest.Number && row.Round == 0, cancel))
        {
            await UnitFiguresStore.WriteAsync(context, contest, await UnitFiguresStore.CountAsync(context, contest, secrets, cancel), cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
