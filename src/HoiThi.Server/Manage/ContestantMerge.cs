using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Scoring;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage;

/// <summary>
/// Makes two registrations of one person one (ADR 13): attempts keep their papers and receipts under new ids, the limits
/// are those of one person, and every standing and count is right at the commit.
/// </summary>
public sealed class ContestantMerge(IDbContextFactory<HoiThiContext> contexts, Reclosing reclosing, BlockList blocks, TimeProvider time)
{
    /// <summary>The two rows and what their attempts come to; null where one is not there, or the error why it cannot be.</summary>
    public async Task<(MergeDraft? Draft, FieldError? Error)> PlanAsync(LiveContest contest, ContestantId kept, ContestantId gone)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await PlanAsync(context, contest, kept, gone);
    }

    /// <summary>Merges.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="kept">The registration that stays.</param>
    /// <param name="gone">The one that becomes part of it.</param>
    /// <param name="block">Whether nobody may start with the identity of the one that is gone.</param>
    /// <param name="reason">Why.</param>
    /// <param name="within">Done in the same transaction.</param>
    /// <returns>Why it was not done, or null.</returns>
    public async Task<FieldError?> MergeAsync(LiveContest contest, ContestantId kept, ContestantId gone, bool block, string reason, Func<HoiThiContext, MergeDraft, Task> within)
    {
        await using (var context = await contexts.CreateDbContextAsync())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            if (await LockAsync(context, contest, kept, gone) is { } wait)
            {
                return wait;
            }

            var (draft, error) = await PlanAsync(context, contest, kept, gone);
            if (draft is null)
            {
                return error;
            }

            await MoveAsync(context, contest, draft, reason);
            if (block && !await context.ContestantBlocks.AnyAsync(row => row.Contestant == gone))
            {
                context.ContestantBlocks.Add(new ContestantBlockRow(gone, contest.Number, time.GetUtcNow().ToUnixTimeMilliseconds()));
            }

            await context.SaveChangesAsync();
            await within(context, draft);
            await transaction.CommitAsync();
        }

        await blocks.RunAsync();
        await reclosing.RunAsync(contest);
        return null;
    }

    /// <summary>
    /// Gives a registration another id, because the identity that it is derived from was wrong: a new row, into which the
    /// old one goes whole.
    /// </summary>
    public async Task<FieldError?> RenameAsync(LiveContest contest, ContestantId was, ContestantRow renamed, string reason, Func<HoiThiContext, MergeDraft, Task> within)
    {
        await using (var context = await contexts.CreateDbContextAsync())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            if (await LockAsync(context, contest, was, renamed.Id) is { } wait)
            {
                return wait;
            }

            if (await context.Contestants.AnyAsync(row => row.Id == renamed.Id))
            {
                return ConsoleForm.Wrong(
                    null,
                    "Đã có một đăng ký khác mang số định danh này. Nếu cùng là một người, hãy gộp hai đăng ký.",
                    "Another registration has this identity. If it is the same person, merge the two.");
            }

            context.Contestants.Add(renamed);
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
            var (draft, error) = await PlanAsync(context, contest, renamed.Id, was);
            if (draft is null)
            {
                return error;
            }

            await MoveAsync(context, contest, draft, reason);
            await within(context, draft);
            await transaction.CommitAsync();
        }

        await blocks.RunAsync();
        await reclosing.RunAsync(contest);
        return null;
    }

    // As the hot path locks: by id, so that it and this take turns and never wait for each other in a ring. As the hot path, too,
    // it marks by the keys that are in force once all is locked, or not at all.
    private static async Task<FieldError?> LockAsync(HoiThiContext context, LiveContest contest, ContestantId one, ContestantId other)
    {
        if (context.Database.IsNpgsql())
        {
            Guid[] ids = [one.Value, other.Value];
            await context.Database.ExecuteSqlAsync($"SELECT id FROM contestant WHERE id = ANY ({ids}) ORDER BY id FOR UPDATE");
        }

        return await context.HasNewerKeysAsync(contest)
            ? ConsoleForm.Wrong(null, "Đáp án của một đợt vừa được sửa. Hãy thử lại sau vài giây.", "The key of a round has just been corrected. Try again in a few seconds.")
            : null;
    }

    private static async Task<(MergeDraft? Draft, FieldError? Error)> PlanAsync(HoiThiContext context, LiveContest contest, ContestantId kept, ContestantId gone)
    {
        var rows = await context.Contestants.AsNoTracking().Where(row => (row.Id == kept || row.Id == gone) && row.Contest == contest.Number).ToListAsync();
        if (rows.Count != 2)
        {
            return (null, ConsoleForm.Wrong("other", "Không thấy đăng ký kia trong hội thi này.", "The other registration is not there."));
        }

        var attempts = await context.Attempts.AsNoTracking().Where(row => row.Contestant == kept || row.Contestant == gone).ToListAsync();
        if (attempts.Exists(row => row.State == AttemptState.InProgress))
        {
            return (null, ConsoleForm.Wrong(null, "Một trong hai đăng ký đang làm bài: hãy chờ nộp bài.", "One of the two is at a paper: wait until it is submitted."));
        }

        var marks = await context.Marks.AsNoTracking().Where(row => row.Contestant == kept || row.Contestant == gone).ToListAsync();
        var stays = rows.Single(row => row.Id == kept);
        var plan = MergePlan.Of(
            round => contest.Round(round, stays.Division)!,
            kept,
            stays.Unit,
            stays.Registered,
            attempts.Select(row => row.ToAttempt(MarksOf(marks, row))));
        return (new MergeDraft(stays, rows.Single(row => row.Id == gone), attempts, marks, plan), null);
    }

    private static ValueList<EssayMark>? MarksOf(List<MarkRow> marks, AttemptRow attempt)
    {
        var own = marks.Where(mark => mark.Contestant == attempt.Contestant && mark.Round == attempt.Round && mark.Ordinal == attempt.Ordinal)
            .OrderBy(mark => mark.Position).Select(mark => new EssayMark(mark.Position, mark.Points)).ToValueList();
        return own.Count == 0 ? null : own;
    }

    private async Task MoveAsync(HoiThiContext context, LiveContest contest, MergeDraft draft, string reason)
    {
        var (kept, gone) = (draft.Kept.Id, draft.Gone.Id);
        ContestantId[] both = [kept, gone];
        await context.Attempts.Where(row => row.Contestant == kept || row.Contestant == gone).ExecuteDeleteAsync();
        await context.Marks.Where(row => row.Contestant == kept || row.Contestant == gone).ExecuteDeleteAsync();
        context.Attempts.AddRange(draft.Attempts());
        context.Marks.AddRange(draft.Marks());
        context.ContestantMerges.Add(new ContestantMergeRow(gone, time.GetUtcNow().ToUnixTimeMilliseconds(), kept, contest.Number, draft.Gone.Name, draft.Gone.Private, reason));
        await context.SaveChangesAsync();
        await context.ReplaceStandingsAsync(contest, both, draft.Plan.Standings);
        await FollowAsync(context, contest, kept, gone);
        await context.Contestants.Where(row => row.Id == gone).ExecuteDeleteAsync();
    }

    /// <summary>What else names the one that is gone. Prizes and final orders are computed anew when all is committed.</summary>
    private static async Task FollowAsync(HoiThiContext context, LiveContest contest, ContestantId kept, ContestantId gone)
    {
        await context.FrozenPlaces.Where(row => row.Contestant == gone).ExecuteUpdateAsync(set => set.SetProperty(row => row.Contestant, kept));
        await context.Awards.Where(row => row.Contestant == gone).ExecuteDeleteAsync();
        await context.PassedOver.Where(row => row.Contestant == gone).ExecuteDeleteAsync();
        await context.Substitutes.Where(row => row.Contestant == gone).ExecuteDeleteAsync();
        await context.EmailLinks.Where(row => row.Contestant == gone).ExecuteDeleteAsync();
        if (await context.FallenOut.AnyAsync(row => row.Contestant == kept))
        {
            await context.FallenOut.Where(row => row.Contestant == gone).ExecuteDeleteAsync();
        }

        await context.FallenOut.Where(row => row.Contestant == gone).ExecuteUpdateAsync(set => set.SetProperty(row => row.Contestant, kept));
        if (await context.ContestantBlocks.AnyAsync(row => row.Contestant == gone) && !await context.ContestantBlocks.AnyAsync(row => row.Contestant == kept))
        {
            // Who was blocked stays blocked, whichever registration stays.
            await context.ContestantBlocks.Where(row => row.Contestant == gone).ExecuteUpdateAsync(set => set.SetProperty(row => row.Contestant, kept));
        }

        var last = await context.ContestantEvents.Where(row => row.Contestant == kept).MaxAsync(row => (int?)row.Ordinal) ?? 0;
        await context.ContestantEvents.Where(row => row.Contestant == gone)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Ordinal, row => row.Ordinal + last).SetProperty(row => row.Contestant, kept));
        await context.ContestantMerges.Where(row => row.Kept == gone && row.Contest == contest.Number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Kept, kept));
    }
}

/// <summary>A merge as it is planned, with all rows that it concerns.</summary>
/// <param name="Kept">The registration that stays.</param>
/// <param name="Gone">The one that goes.</param>
/// <param name="Before">The attempts as they are.</param>
/// <param name="MarksBefore">What was given for their essays.</param>
/// <param name="Plan">What they come to.</param>
public sealed record MergeDraft(ContestantRow Kept, ContestantRow Gone, IReadOnlyList<AttemptRow> Before, IReadOnlyList<MarkRow> MarksBefore, MergePlan Plan)
{
    /// <summary>The rows of the attempts as they will be.</summary>
    public IEnumerable<AttemptRow> Attempts() => Plan.Attempts.Select(each =>
    {
        var row = Before.Single(before => before.Contestant == each.Was.Contestant && before.Round == each.Was.Round && before.Ordinal == each.Was.Ordinal);
        var (attempt, origin) = (each.Attempt, each.Attempt.Origin);
        var bytes = origin is null ? null : new byte[AttemptId.Size];
        origin?.Write(bytes);
        return row with { Contestant = attempt.Id.Contestant, Ordinal = attempt.Id.Ordinal, Unit = attempt.Unit, State = attempt.State, Score = attempt.Grade?.Score, Correct = attempt.Grade?.Correct, Origin = bytes };
    });

    /// <summary>The rows of the marks, with their attempts.</summary>
    public IEnumerable<MarkRow> Marks() => MarksBefore.Select(mark =>
    {
        var to = Plan.Attempts.Single(each => each.Was.Contestant == mark.Contestant && each.Was.Round == mark.Round && each.Was.Ordinal == mark.Ordinal).Attempt.Id;
        return mark with { Contestant = to.Contestant, Ordinal = to.Ordinal };
    });
}
