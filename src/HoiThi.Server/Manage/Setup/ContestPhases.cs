using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Setup;

/// <summary>Publishes a contest, puts it into the archive, and takes it out again. Done twice, it is done once.</summary>
public sealed class ContestPhases(IDbContextFactory<HoiThiContext> contexts, ContestCatalog catalog, TimeProvider time)
{
    public Task PublishAsync(LiveContest contest, Actor actor) => ChangeAsync(contest, actor, "contest.publish", (row, now) =>
    {
        var done = row.Published is null;
        row.Published ??= now;
        return done;
    });

    public Task ArchiveAsync(LiveContest contest, Actor actor, bool archived) => ChangeAsync(contest, actor, archived ? "contest.archive" : "contest.unarchive", (row, now) =>
    {
        var done = row.Archived is null == archived;
        row.Archived = archived ? row.Archived ?? now : null;
        return done;
    });

    private async Task ChangeAsync(LiveContest contest, Actor actor, string act, Func<ContestRow, long, bool> change)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.TakeTurnAsync(CancellationToken.None);
        var now = time.GetUtcNow();
        var row = await context.Contests.SingleAsync(each => each.Number == contest.Number);
        if (change(row, now.ToUnixTimeMilliseconds()))
        {
            await context.AppendAsync(actor, now, new AuditEntry(contest.Number, act, contest.Definition.Slug));
            await context.SaveChangesAsync();
            await ContestNotices.SendAsync(context, CancellationToken.None);
            await transaction.CommitAsync();
        }

        await catalog.RefreshAsync();
    }
}
