using System.Buffers.Binary;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>
/// A ranking chain turned into bytes: of two standings the one whose bytes come first, compared from the left, ranks
/// higher. Any chain becomes one column with one index in either database, and the order is total because the
/// contestant's id ends it.
/// </summary>
public static class RankKey
{
    private const int IdSize = 16;

    /// <summary>Compares keys as the databases do.</summary>
    public static IComparer<byte[]> Order { get; } = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <summary>How many bytes the final key of a chain has.</summary>
    public static int SizeOf(ValueList<RankingKey> chain) => (chain.Count * sizeof(long)) + IdSize;

    /// <summary>The key while the round is open: what nobody may know yet is left out.</summary>
    public static byte[] Provisional(ValueList<RankingKey> chain, Standing standing) => Final(chain, standing, Revealed.Nothing);

    /// <summary>The key with everything that is known.</summary>
    public static byte[] Final(ValueList<RankingKey> chain, Standing standing, Revealed revealed)
    {
        Span<byte> key = stackalloc byte[SizeOf(chain)];
        var length = 0;
        foreach (var part in chain)
        {
            if (revealed.Decides(part))
            {
                Write(key, ref length, ValueOf(part, standing, revealed) ?? long.MaxValue, MoreIsBetter(part));
            }
        }

        standing.Contestant.Value.TryWriteBytes(key[length..], bigEndian: true, out var written);
        return key[..(length + written)].ToArray();
    }

    /// <summary>
    /// The final key from the provisional one, without the rest of the standing: what is revealed goes into its place in the
    /// chain. Closing a round of a million reads no more than this.
    /// </summary>
    /// <param name="chain">The chain of the provisional key.</param>
    /// <param name="provisional">The key from <see cref="Provisional"/>.</param>
    /// <param name="prediction">The number guessed, or null.</param>
    /// <param name="revealed">What is known now.</param>
    /// <param name="final">Gets the key; at least <see cref="SizeOf"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Complete(
        ValueList<RankingKey> chain, ReadOnlySpan<byte> provisional, long? prediction, Revealed revealed, Span<byte> final)
    {
        var length = 0;
        foreach (var part in chain)
        {
            if (Revealed.Nothing.Decides(part))
            {
                provisional[..sizeof(long)].CopyTo(final[length..]);
                provisional = provisional[sizeof(long)..];
                length += sizeof(long);
            }
            else if (revealed.Decides(part))
            {
                var value = part == RankingKey.Random ? revealed.Seed!.LotOf(ContestantOf(provisional)) : revealed.DistanceOf(prediction);
                Write(final, ref length, value ?? long.MaxValue, moreIsBetter: false);
            }
        }

        provisional.CopyTo(final[length..]);
        return length + provisional.Length;
    }

    /// <summary>Whose key it is.</summary>
    public static ContestantId ContestantOf(ReadOnlySpan<byte> key) => new(new Guid(key[^IdSize..], bigEndian: true));

    /// <summary>
    /// What a standing has in one key, in the unit people know: hundredths of a point, a count, milliseconds, the lot drawn,
    /// or the distance of the prediction (see <see cref="Revealed.DistanceOf"/>).
    /// </summary>
    public static long? ValueOf(RankingKey key, Standing standing, Revealed revealed) => key switch
    {
        RankingKey.Score => standing.Score,
        RankingKey.Correct => standing.Correct,
        RankingKey.Prediction => revealed.DistanceOf(standing.Prediction),
        RankingKey.Time => standing.Time,
        RankingKey.Submitted => standing.Submitted,
        RankingKey.Started => standing.Started,
        RankingKey.Registered => standing.Registered,
        RankingKey.FewerAttempts or RankingKey.MoreAttempts => standing.Attempts,
        RankingKey.PerfectAttempts => standing.PerfectAttempts,
        RankingKey.Random => revealed.Seed?.LotOf(standing.Contestant),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "unknown key"),
    };

    /// <summary>Whether more is better in a key; in all others less is.</summary>
    public static bool MoreIsBetter(RankingKey key) =>
        key is RankingKey.Score or RankingKey.Correct or RankingKey.PerfectAttempts or RankingKey.MoreAttempts;

    // Every part is a number from 0 of which less is better, so that its big-endian bytes sort as the chain says; a score
    // below zero is more than int.MaxValue here, and still a positive long.
    private static void Write(Span<byte> key, ref int length, long value, bool moreIsBetter)
    {
        BinaryPrimitives.WriteInt64BigEndian(key[length..], moreIsBetter ? int.MaxValue - value : value);
        length += sizeof(long);
    }
}
