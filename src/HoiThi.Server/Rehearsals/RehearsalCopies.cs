using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats;
using HoiThi.Formats.Contests;
using HoiThi.Rehearsal.Rehearsals;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Rehearsals;

/// <summary>
/// The copies of contests that are rehearsed with: made, found, deleted. Only what says of itself that it is such a copy,
/// and is called like one, is ever rehearsed with or deleted.
/// </summary>
public sealed class RehearsalCopies(IDbContextFactory<HoiThiContext> contexts, ContestStore store, ContestCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromHours(24);

    /// <summary>Makes a copy with one round that is open now, anew where there is one already.</summary>
    /// <param name="slug">The contest.</param>
    /// <param name="round">The round to copy; null: the last that is not for practice.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The copy's slug, or what is against it; null where there is no such contest or round.</returns>
    public async Task<(string? Slug, ValueList<Mistake> Mistakes)?> PrepareAsync(string slug, int? round, CancellationToken cancel = default)
    {
        if (await store.ExportAsync(slug, cancel) is not { Contest.Rehearsal: null } bundle)
        {
            return null;
        }

        var number = round ?? bundle.Contest.Rounds.Last(each => !each.Practice).Number;
        if (bundle.Contest.Rounds.All(each => each.Number != number))
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(bundle.Contest.TimeZone)).DateTime;
        var opens = new DateTime(local.Year, local.Month, local.Day, local.Hour, 0, 0, DateTimeKind.Unspecified);
        var copy = bundle.ToRehearsal(number, new LocalDateTime(opens), new LocalDateTime(opens + OpenFor));
        var mistakes = copy.Check();
        if (mistakes.Count > 0)
        {
            return (null, mistakes);
        }

        await DeleteAsync(copy.Contest.Slug, cancel);
        await store.ImportAsync(copy, reason: null, (context, contest, _) => context.AppendAsync(
            Actor.CommandLine, time.GetUtcNow(), new AuditEntry(contest, "rehearsal.prepare", copy.Contest.Slug), cancel), cancel);
        return (copy.Contest.Slug, []);
    }

    /// <summary>The copy of a contest, or the one of that slug itself; null where there is none.</summary>
    public async Task<RehearsedContest?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await catalog.RefreshAsync(cancel);
        var copy = catalog.Find(slug) is { Definition.Rehearsal: not null } itself ? itself : catalog.Find(RehearsalOf.SlugOf(slug));
        return copy?.Definition.Rehearsal is { } of && catalog.Find(of.Slug)?.Round(of.Round) is { } real
            ? new RehearsedContest(copy.Definition, copy.Units, copy.LiveRounds[0].Divisions, real)
            : null;
    }

    /// <summary>Deletes a copy with everything that hangs on it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeleteAsync(string slug, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await context.TakeTurnAsync(cancel);
        var row = await context.Contests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Slug == slug, cancel);
        if (row is null || (await store.ExportAsync(slug, cancel))?.Contest.Rehearsal is null)
        {
            return false;
        }

        await ContestNumbers.RetireAsync(context, cancel);
        await ContestRows.DeleteAsync(context, row.Number, cancel);
        await context.AppendAsync(Actor.CommandLine, time.GetUtcNow(), new AuditEntry(row.Number, "rehearsal.delete", slug), cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
