using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// Gives one person more time. For all attempts to come it stands in the row that starting one reads anyway; for papers that
/// are open their deadlines move at once. It never lasts beyond the window: results may be out when that has closed.
/// </summary>
public sealed class ExtraTimes(IDbContextFactory<HoiThiContext> contexts, DeadlineMoves moves, TimeProvider time)
{
    /// <summary>For every attempt from now on, and for those that are open as much as is new.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="contestant">Who gets it.</param>
    /// <param name="extra">What the contestant has from now on; nothing of it takes it back, but from no open paper.</param>
    /// <param name="within">Done in the same transaction, given what there was before.</param>
    public async Task GiveAsync(LiveContest contest, ContestantId contestant, ExtraTime extra, Func<HoiThiContext, ExtraTime, Task> within)
    {
        await using (var context = await contexts.CreateDbContextAsync())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var before = await context.Contestants.Where(row => row.Id == contestant).Select(row => new { row.ExtraPercent, row.ExtraMinutes, row.Division }).SingleAsync();

            // From here to the commit the row is locked: whoever starts reads it before or after, and after it is there.
            await context.Contestants.Where(row => row.Id == contestant).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.ExtraPercent, extra.Percent).SetProperty(row => row.ExtraMinutes, extra.Minutes));
            var had = new ExtraTime(before.ExtraPercent, before.ExtraMinutes);
            foreach (var open in await context.Attempts.AsNoTracking().Where(row => row.Contestant == contestant && row.State == AttemptState.InProgress).ToListAsync())
            {
                var rules = contest.Round(open.Round, before.Division)!;
                await ProlongAsync(context, rules, open, rules.ExtraOf(extra) - rules.ExtraOf(had));
            }

            await within(context, had);
            await transaction.CommitAsync();
        }

        await moves.RunAsync();
    }

    /// <summary>For one paper that is open.</summary>
    /// <returns>Why it was not done, or null.</returns>
    public async Task<FieldError?> GiveOneAsync(LiveContest contest, AttemptId id, int minutes, Func<HoiThiContext, Task> within)
    {
        await using (var context = await contexts.CreateDbContextAsync())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var open = await context.Attempts.AsNoTracking()
                .SingleOrDefaultAsync(row => row.Contestant == id.Contestant && row.Round == id.Round && row.Ordinal == id.Ordinal && row.State == AttemptState.InProgress);
            if (open is null || contest.Round(id.Round) is not { } rules)
            {
                return ConsoleForm.Wrong(null, "Lượt thi này không còn đang làm.", "This attempt is no longer in progress.");
            }

            if (rules.QuestionTime is not null)
            {
                return ConsoleForm.Wrong(null, "Ở đợt thi này mỗi câu có thời gian riêng, không cộng thêm được.", "Each question of this round has its own time; none can be added.");
            }

            if (!await ProlongAsync(context, rules, open, minutes * 60_000L))
            {
                return ConsoleForm.Wrong("minutes", "Lượt này đã được làm đến hết khung giờ; thời gian thêm không kéo dài quá khung giờ.", "It lasts until the window closes already; extra time ends with the window.");
            }

            await within(context);
            await transaction.CommitAsync();
        }

        await moves.RunAsync();
        return null;
    }

    private async Task<bool> ProlongAsync(HoiThiContext context, RoundRules rules, AttemptRow open, long added)
    {
        var closes = rules.WindowAt(open.Started)?.Closes ?? rules.Closes;
        if (added <= 0 || open.Deadline >= closes)
        {
            return false;
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.Attempts
            .Where(row => row.Contestant == open.Contestant && row.Round == open.Round && row.Ordinal == open.Ordinal && row.State == AttemptState.InProgress)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Deadline, row => row.Deadline + added > closes ? closes : row.Deadline + added));
        var id = new AttemptId(open.Contest, open.Contestant, open.Round, open.Ordinal);
        context.DeadlineMoves.Add(new DeadlineMoveRow(Guid.NewGuid(), open.Contest, open.Round, now, id.ToString()));
        await context.SaveChangesAsync();
        return true;
    }
}
