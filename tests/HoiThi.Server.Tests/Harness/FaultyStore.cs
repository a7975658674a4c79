using System.Data.Common;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HoiThi.Server.Tests.Harness;

/// <summary>The real store of the hot path with a hand on it: it can be made to wait, or to fail where a disk or a network would.</summary>
internal sealed class FaultyStore(IHotStore real) : IHotStore
{
    private volatile TaskCompletionSource? gate;

    /// <summary>Whether commits fail, with nothing stored.</summary>
    public bool Failing { get; set; }

    /// <summary>How many transactions were begun.</summary>
    public int Transactions { get; private set; }

    /// <summary>Puts itself before the store of a node.</summary>
    public static void On(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new FaultyStore(services.GetRequiredService<Database>() is { Postgres: { } source }
            ? new PostgresHotStore(source, NodeSlot.Own)
            : new SqliteHotStore(services.GetRequiredService<Database>().ConnectionString, NodeSlot.Own)));
        builder.Services.AddSingleton<IHotStore>(services => services.GetRequiredService<FaultyStore>());
    }

    /// <summary>Transactions wait until <see cref="Resume"/>.</summary>
    public void Hold() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume()
    {
        var held = gate;
        gate = null;
        held?.SetResult();
    }

    public async Task<IHotTransaction> BeginAsync(CancellationToken cancel)
    {
        Transactions++;
        if (gate is { } held)
        {
            await held.Task.WaitAsync(cancel);
        }

        return new Transaction(this, await real.BeginAsync(cancel));
    }

    public ValueTask DisposeAsync() => real.DisposeAsync();

    private sealed class Transaction(FaultyStore store, IHotTransaction real) : IHotTransaction
    {
        public Task<LoadedRows> LoadAsync(IReadOnlyList<NewContestant> contestants, IReadOnlyList<SittingLoad> sittings, CancellationToken cancel) =>
            real.LoadAsync(contestants, sittings, cancel);

        public Task CommitAsync(SittingChanges changes, CancellationToken cancel) =>
            store.Failing ? throw new DiskFullException() : real.CommitAsync(changes, cancel);

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }

    private sealed class DiskFullException() : DbException("The disk is full.");
}
