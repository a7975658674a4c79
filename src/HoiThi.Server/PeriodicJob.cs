namespace HoiThi.Server;

/// <summary>Work that is done again and again while the node runs; a run that fails is told, and the next tries again.</summary>
public abstract class PeriodicJob(TimeSpan interval, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    /// <summary>Does what is due now.</summary>
    public abstract Task RunAsync(CancellationToken cancel = default);

    /// <summary>Tells that a run failed.</summary>
    protected abstract void LogFailed(Exception exception);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
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
}
