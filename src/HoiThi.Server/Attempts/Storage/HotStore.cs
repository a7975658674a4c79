using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;

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

/// <summary>What is wanted of a sitting.</summary>
/// <param name="Key">Which.</param>
/// <param name="Whole">All of it, or only its attempts.</param>
/// <param name="Elsewhere">Also what the contestant has in other rounds.</param>
/// <param name="Marks">Also what people gave for essays.</param>
public readonly record struct SittingLoad(SittingKey Key, bool Whole, bool Elsewhere = false, bool Marks = false);

/// <summary>The rows of a batch.</summary>
public sealed class LoadedRows
{
    /// <summary>The code hash that is now stored, for everybody who was to be inserted.</summary>
    public Dictionary<ContestantId, byte[]> CodeHashes { get; } = [];

    public Dictionary<ContestantId, (int Unit, long Registered, short Division, ExtraTime Extra)> Contestants { get; } = [];

    public Dictionary<(ContestantId Contestant, short Round), List<Attempt>> Attempts { get; } = [];

    public Dictionary<(ContestantId Contestant, short Round), Standing> Standings { get; } = [];

    /// <summary>
    /// The version of the last correction of keys, by round, as it was once all was locked: who marks by an older one would leave
    /// marks behind that nobody makes anew. Only where a sitting is whole.
    /// </summary>
    public Dictionary<(short Contest, short Round), int> Corrections { get; } = [];

    /// <summary>How many attempts are used, by round, where that was wanted.</summary>
    public Dictionary<(ContestantId Contestant, short Round), int> Used { get; } = [];

    /// <summary>What people gave for essays, where that was wanted.</summary>
    public Dictionary<(ContestantId Contestant, short Round, short Ordinal), List<EssayMark>> Marks { get; } = [];

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

    public void Add(ContestantId contestant, short round, short ordinal, EssayMark mark)
    {
        var key = (contestant, round, ordinal);
        if (!Marks.TryGetValue(key, out var list))
        {
            Marks[key] = list = [];
        }

        list.Add(mark);
    }
}

/// <summary>What somebody gave for an essay.</summary>
public sealed record NewMark(AttemptId Attempt, EssayMark Mark, string Marker, long Marked);

/// <summary>What some sittings changed, and what that adds to the tallies.</summary>
public sealed class SittingChanges
{
    public List<Attempt> Started { get; } = [];

    public List<Attempt> Changed { get; } = [];

    /// <summary>Those that hold texts, apart: the others are stored without a word of it.</summary>
    public List<Attempt> ChangedWritten { get; } = [];

    public List<(short Contest, Standing Standing, byte[] RankKey)> Standings { get; } = [];

    /// <summary>Standings that are no more: nothing counts.</summary>
    public List<(ContestantId Contestant, short Round)> Removed { get; } = [];

    public List<NewMark> Marks { get; } = [];

    /// <summary>What else is done before the commit, on the connection that is in the transaction.</summary>
    public List<Func<DbConnection, CancellationToken, Task>> Within { get; } = [];

    /// <summary>Sorted, so that nodes that share a slot take the rows in the same order.</summary>
    public SortedDictionary<(short Contest, short Round, short Division, int Unit), Tally> Tallies { get; } = [];

    /// <summary>What that adds to the counts of people by right answers, sorted likewise.</summary>
    public SortedDictionary<(short Contest, short Round, short Division, int Correct), long> Spread { get; } = [];
}
