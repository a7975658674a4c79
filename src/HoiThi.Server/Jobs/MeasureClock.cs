using HoiThi.Server.Storage;

namespace HoiThi.Server.Jobs;

/// <summary>Keeps the offset to the database's clock up to date.</summary>
public sealed partial class MeasureClock(NodeClock clock, ILogger<MeasureClock> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await clock.MeasureAsync(stoppingToken);
                if (!clock.IsTrusted)
                {
                    LogFarOff(clock.Offset.TotalMilliseconds);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "This machine's clock is {Milliseconds} ms off the database's; the node is not ready until it is set")]
    private partial void LogFarOff(double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The database's clock could not be read; the last offset stays")]
    private partial void LogFailed(Exception exception);
}
