using HoiThi.Core.Attempts;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>What pages of the hot path need of a database.</summary>
public interface IHotReads : IAsyncDisposable
{
    /// <summary>Reads many sittings at once; one call at a time.</summary>
    /// <returns>The rows of each, in the order asked for.</returns>
    Task<SittingRows[]> ReadAsync(IReadOnlyList<SittingKey> sittings, CancellationToken cancel);
}

/// <summary>What pages show of a sitting.</summary>
/// <param name="Attempts">First to last.</param>
/// <param name="RankKey">The bytes that rank the standing in the round; null where nothing counts yet.</param>
public sealed record SittingRows(List<Attempt> Attempts, byte[]? RankKey);
