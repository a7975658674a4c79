using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Jobs;

/// <summary>
/// Closes rounds, and the contest after the last, when their time has come. On several nodes one does it: who comes second
/// finds the result there.
/// </summary>
public sealed partial class CloseRounds(RoundClosing closing, ContestCatalog catalog, TimeProvider time, ILogger<CloseRounds> log)
    : PeriodicJob(TimeSpan.FromSeconds(5), time)
{
    private readonly HashSet<(short Contest, int Round)> closed = [];

    /// <inheritdoc/>
    public override async Task RunAsync(CancellationToken cancel = default)
    {
        foreach (var contest in catalog.Published)
        {
            foreach (var round in contest.Closings.Where(round => !closed.Contains((contest.Number, round))))
            {
                var outcome = await closing.CloseAsync(contest, round, cancel: cancel);
                if (outcome is ClosingOutcome.Closed or ClosingOutcome.ClosedBefore)
                {
                    closed.Add((contest.Number, round));
                    LogClosed(contest.Definition.Slug, round, outcome);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Contest}: {Outcome}")]
    private partial void LogClosed(string contest, int round, ClosingOutcome outcome);

    [LoggerMessage(LogLevel.Warning, "Rounds could not be closed; the next run tries again")]
    protected override partial void LogFailed(Exception exception);
}
