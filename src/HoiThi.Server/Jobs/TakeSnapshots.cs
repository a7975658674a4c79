using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Jobs;

/// <summary>Keeps what public boards go on showing when they are frozen, or counted once a day.</summary>
public sealed partial class TakeSnapshots(BoardSnapshots snapshots, ContestCatalog catalog, TimeProvider time, ILogger<TakeSnapshots> log)
    : PeriodicJob(TimeSpan.FromSeconds(1), time)
{
    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancel = default)
    {
        foreach (var contest in catalog.Published.Where(each => each.Definition.Publication is { FreezeMinutes: > 0 } or { CountsAt: not null }))
        {
            if (await snapshots.TakeDueAsync(contest, cancel) is > 0 and var taken)
            {
                LogTaken(contest.Definition.Slug, taken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Boards of {Contest}: {Taken} snapshots taken")]
    private partial void LogTaken(string contest, int taken);

    [LoggerMessage(LogLevel.Warning, "Snapshots of boards could not be taken; the next run tries again")]
    protected override partial void LogFailed(Exception exception);
}
