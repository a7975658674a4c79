using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Jobs;

/// <summary>
/// Closes rounds, and the contest after the last, when their time has come. On several nodes one does it: who comes second
/// finds the result there.
/// </summary>
public sealed partial class CloseRounds(RoundClosing closing, ContestCatalog catalog, TimeProvider time, ILogger<CloseRounds> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly HashSet<(short Contest, short Round)> closed = [];

    /// <summary>Closes what can be closed now.</summary>
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var contest in catalog.All)
        {
            var due = contest.Rounds.Where(round => now >= round.Settled && !round.Practice).Select(round => round.Number).Append((short)0);
            foreach (var round in due.Where(round => !closed.Contains((contest.Number, round))))
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Round {Round} of {Contest}: {Outcome}")]
    private partial void LogClosed(string contest, int round, ClosingOutcome outcome);

    [LoggerMessage(LogLevel.Warning, "Rounds could not be closed; the next run tries again")]
    private partial void LogFailed(Exception exception);
}
