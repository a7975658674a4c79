using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Keys;

/// <summary>
/// Marks the attempts of a round anew after a key was corrected: contestant by contestant in the order of their ids, through the same
/// writer as every submission, so that marks, standings and counts move together. Where it is stands in the database: a node that is
/// killed goes on where it was, or another does, and what is marked twice is marked once. At the end what was closed is closed again.
/// </summary>
public sealed partial class RemarkAttempts(
    IDbContextFactory<HoiThiContext> contexts, AttemptReader reader, AttemptWriter writer, ContestCatalog catalog, Reclosing reclosing, TimeProvider time, ILogger<RemarkAttempts> log)
    : PeriodicJob(TimeSpan.FromSeconds(2), time)
{
    /// <summary>After so long without a word another node takes over.</summary>
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(15);

    private readonly Guid self = Guid.NewGuid();

    /// <summary>Contestants at a time: submissions that come meanwhile share the batch and hardly wait for it.</summary>
    public int BatchSize { get; set; } = 500;

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var unfinished = await context.Remarkings.AsNoTracking().Where(row => row.Finished == null)
            .OrderBy(row => row.Contest).ThenBy(row => row.Round).Select(row => new { row.Contest, row.Round }).ToListAsync(cancel);
        foreach (var each in unfinished)
        {
            while (await StepAsync(each.Contest, each.Round, cancel))
            {
            }
        }
    }

    /// <summary>Marks the next contestants anew; after the last, closes again.</summary>
    /// <returns>Whether this node has more to do in the round.</returns>
    public async Task<bool> StepAsync(short contest, short round, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await ClaimAsync(context, contest, round, cancel) is not { } row || await FreshAsync(row, cancel) is not { } live)
        {
            return false;
        }

        if (row.Walked is not null)
        {
            return await FinishAsync(context, live, row, cancel);
        }

        var rules = live.LiveRound(round)!;
        var people = await reader.Sat(rules.Divisions[0], row.Reached ?? default, BatchSize);
        await Task.WhenAll(people.Select(contestant => writer.Remark(rules, contestant)));
        var (now, reached) = (Time.GetUtcNow().ToUnixTimeMilliseconds(), people.Count == 0 ? row.Reached : people[^1]);
        var walked = people.Count < BatchSize ? now : (long?)null;
        await Own(context, row).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.Reached, reached).SetProperty(each => each.People, each => each.People + people.Count)
                .SetProperty(each => each.Walked, walked).SetProperty(each => each.Seen, now),
            cancel);
        return true;
    }

    private async Task<bool> FinishAsync(HoiThiContext context, LiveContest contest, RemarkingRow row, CancellationToken cancel)
    {
        // Another mark can change what predictions of other rounds are held against, and the prizes there.
        if (!await reclosing.RunAsync(contest))
        {
            return false;
        }

        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        await Own(context, row).ExecuteUpdateAsync(set => set.SetProperty(each => each.Finished, now), cancel);
        LogFinished(contest.Definition.Slug, row.Round, row.People);
        return false;
    }

    /// <summary>The walk of a round, if this node is at it or nobody is.</summary>
    private async Task<RemarkingRow?> ClaimAsync(HoiThiContext context, short contest, short round, CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var (seen, lost) = (now.ToUnixTimeMilliseconds(), (now - Lost).ToUnixTimeMilliseconds());
        var rows = context.Remarkings.Where(row => row.Contest == contest && row.Round == round);
        var claimed = await rows.Where(row => row.Finished == null && (row.Worker == null || row.Worker == self || row.Seen < lost))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Worker, self).SetProperty(row => row.Seen, seen), cancel);
        return claimed == 0 ? null : await rows.AsNoTracking().SingleOrDefaultAsync(row => row.Worker == self, cancel);
    }

    /// <summary>The contest with the correction in it.</summary>
    private async Task<LiveContest?> FreshAsync(RemarkingRow row, CancellationToken cancel)
    {
        if (Known() is null)
        {
            await catalog.RefreshAsync(cancel);
        }

        return Known();

        LiveContest? Known() => catalog.Find(row.Contest) is { } contest && contest.LiveRound(row.Round)?.LastCorrection >= row.Version ? contest : null;
    }

    // A correction that came meanwhile has begun the walk anew: what was walked by the one before does not count for it.
    private IQueryable<RemarkingRow> Own(HoiThiContext context, RemarkingRow of) =>
        context.Remarkings.Where(row => row.Contest == of.Contest && row.Round == of.Round && row.Version == of.Version && row.Worker == self);

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Contest}: the attempts of {People} contestants are marked anew")]
    private partial void LogFinished(string contest, short round, long people);

    [LoggerMessage(LogLevel.Warning, "Attempts could not be marked anew; the next run goes on")]
    protected override partial void LogFailed(Exception exception);
}
