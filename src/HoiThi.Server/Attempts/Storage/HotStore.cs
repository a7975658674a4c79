using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>What the writer needs of a database: one transaction at a time, of two steps.</summary>
public interface IHotStore : IAsyncDisposable
{
    /// <summary>Begins a transaction; only one is open at a time.</summary>
    Task<IHotTransaction> BeginAsync(CancellationToken cancel);
}

/// <summary>One transaction of the writer. Disposed without a commit, it leaves nothing behind.</summary>
public interface IHotTransaction : IAsyncDisposable
{
    /// <summary>
    /// Inserts contestants (who is registered already stays as he is), then loads sittings and locks them until the end of
    /// the transaction, so that two nodes take turns: whole ones by the contestant's row, those that are only saved by
    /// their attempts.
    /// </summary>
    Task<LoadedRows> LoadAsync(IReadOnlyList<NewContestant> contestants, IReadOnlyList<SittingLoad> sittings, CancellationToken cancel);

    /// <summary>Stores what changed. After this returns, all of it survives the loss of power.</summary>
    Task CommitAsync(SittingChanges changes, CancellationToken cancel);
}

/// <summary>A person who registers.</summary>
public sealed record NewContestant(
    ContestantId Id, short Contest, int Unit, string Name, byte[] Private, byte[] CodeHash, string? Entrance, long Registered,
    short Division = 0);

/// <summary>What names a sitting.</summary>
public readonly record struct SittingKey(short Contest, ContestantId Contestant, short Round);

/// <summary>What is wanted of a sitting: all of it, or only its attempts.</summary>
public readonly record struct SittingLoad(SittingKey Key, bool Whole);

/// <summary>The rows of a batch.</summary>
public sealed class LoadedRows
{
    /// <summary>The code hash that is now stored, for everybody who was to be inserted.</summary>
    public Dictionary<ContestantId, byte[]> CodeHashes { get; } = [];

    public Dictionary<ContestantId, (int Unit, long Registered)> Contestants { get; } = [];

    public Dictionary<(ContestantId Contestant, short Round), List<Attempt>> Attempts { get; } = [];

    public Dictionary<(ContestantId Contestant, short Round), Standing> Standings { get; } = [];

    public void Add(Attempt attempt)
    {
        var key = (attempt.Id.Contestant, attempt.Id.Round);
        if (!Attempts.TryGetValue(key, out var list))
        {
            Attempts[key] = list = [];
        }

        list.Add(attempt);
    }

    public void Add(Standing standing) => Standings[(standing.Contestant, standing.Round)] = standing;
}

/// <summary>What some sittings changed, and what that adds to the tallies.</summary>
public sealed class SittingChanges
{
    public List<Attempt> Started { get; } = [];

    public List<Attempt> Changed { get; } = [];

    public List<(short Contest, Standing Standing, byte[] RankKey)> Standings { get; } = [];

    /// <summary>Sorted, so that nodes that share a slot take the rows in the same order.</summary>
    public SortedDictionary<(short Contest, short Round, int Unit), Tally> Tallies { get; } = [];

    public bool IsEmpty => Started.Count + Changed.Count + Standings.Count == 0;
}
