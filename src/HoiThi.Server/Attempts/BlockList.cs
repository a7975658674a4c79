using System.Collections.Frozen;
using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Attempts;

/// <summary>Contestants whom the organisers let start no more: few, and so in memory, not a read of every start.</summary>
public sealed partial class BlockList(IDbContextFactory<HoiThiContext> contexts, TimeProvider time, ILogger<BlockList> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private FrozenSet<ContestantId> blocked = FrozenSet<ContestantId>.Empty;

    public bool Has(ContestantId contestant) => blocked.Contains(contestant);

    public async Task RefreshAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        blocked = (await context.ContestantBlocks.AsNoTracking().Select(row => row.Contestant).ToListAsync(cancel)).ToFrozenSet();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The list of blocked contestants could not be read; the one in memory goes on")]
    private partial void LogFailed(Exception exception);
}
