using System.Collections.Frozen;
using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Attempts;

/// <summary>Contestants whom the organisers let start no more: few, and so in memory, not a read of every start.</summary>
public sealed partial class BlockList(IDbContextFactory<HoiThiContext> contexts, TimeProvider time, ILogger<BlockList> log)
    : PeriodicJob(TimeSpan.FromSeconds(5), time)
{
    private FrozenSet<ContestantId> blocked = FrozenSet<ContestantId>.Empty;

    public bool Has(ContestantId contestant) => blocked.Contains(contestant);

    public override async Task RunAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        blocked = (await context.ContestantBlocks.AsNoTracking().Select(row => row.Contestant).ToListAsync(cancel)).ToFrozenSet();
    }

    [LoggerMessage(LogLevel.Warning, "The list of blocked contestants could not be read; the one in memory goes on")]
    protected override partial void LogFailed(Exception exception);
}
