using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Jobs;

/// <summary>
/// Submits attempts whose time is over. Any node may do it, all of them at once as well: expiring twice is expiring once.
/// </summary>
public sealed partial class ExpireAttempts(
    AttemptReader reader, AttemptWriter writer, ContestCatalog catalog, TimeProvider time, ILogger<ExpireAttempts> log) : BackgroundService
{
    private const int BatchSize = 2_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Submits what is overdue now.</summary>
    /// <returns>How many sittings were looked at.</returns>
    public async Task<int> RunAsync()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var smallestGrace = catalog.Published.SelectMany(contest => contest.LiveRounds).SelectMany(round => round.Divisions).Select(rules => rules.Grace).DefaultIfEmpty(0).Min();
        var overdue = await reader.Overdue(now - smallestGrace, BatchSize);
        var due = overdue
            .Select(row => (Round: catalog.Find(row.Contest)?.LiveRound(row.Round), row.Contestant))
            .Where(row => row.Round is not null)
            .ToArray();
        await Task.WhenAll(due.Select(row => writer.Expire(row.Round!, row.Contestant, now)));
        return due.Length;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Overdue attempts could not be submitted; the next run tries again")]
    private partial void LogFailed(Exception exception);
}
