using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Manage.Statistics;

/// <summary>Scans that take longer than a page may: one at a time. Who asks waits a few seconds and finds it further on when he comes back.</summary>
internal sealed class LongScans(IDbContextFactory<HoiThiContext> contexts, IHostApplicationLifetime lifetime) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Waits for a scan, but not longer than for a page.</summary>
    public static Task WaitAsync(Task scan) => Task.WhenAny(scan, Task.Delay(Patience));

    public async Task<T> RunAsync<T>(Func<HoiThiContext, CancellationToken, Task<T>> scan)
    {
        var cancel = lifetime.ApplicationStopping;
        await turn.WaitAsync(cancel);
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancel);
            return await scan(context, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
