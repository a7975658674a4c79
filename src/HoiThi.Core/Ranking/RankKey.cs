using System.Buffers.Binary;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>
/// A ranking chain turned into bytes: of two standings the one whose bytes come first, compared from the left, ranks
/// higher. Any chain becomes one column with one index in either database, and the order is total because the
/// contestant's id ends it.
/// </summary>
public static class RankKey
{
    /// <summary>Compares keys as the databases do.</summary>
    public static IComparer<byte[]> Order { get; } = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <summary>The key while the round is open: the prediction is left out, for nobody knows the truth yet.</summary>
    public static byte[] Provisional(ValueList<RankingKey> chain, Standing standing) => Build(chain, standing, truth: null);

    /// <summary>The key when the truth that the prediction is about is known.</summary>
    public static byte[] Final(ValueList<RankingKey> chain, Standing standing, long? truth) => Build(chain, standing, truth);

    /// <summary>
    /// What a standing has in one key, in the unit people know: hundredths of a point, a count, milliseconds, or the
    /// distance of the prediction from the truth (null where there is no prediction, or no truth yet).
    /// </summary>
    public static long? ValueOf(RankingKey key, Standing standing, long? truth) => key switch
    {
        RankingKey.Score => standing.Score,
        RankingKey.Correct => standing.Correct,
        RankingKey.PerfectAttempts => standing.PerfectAttempts,
        RankingKey.FewerAttempts => standing.Attempts,
        RankingKey.Time => standing.Time,
        RankingKey.Submitted => standing.Submitted,
        RankingKey.Registered => standing.Registered,
        RankingKey.Prediction => standing.Prediction is { } guess && truth is { } known ? Math.Abs(guess - known) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "unknown key"),
    };

    private static byte[] Build(ValueList<RankingKey> chain, Standing standing, long? truth)
    {
        Span<byte> key = stackalloc byte[(chain.Count * sizeof(long)) + 16];
        var length = 0;
        foreach (var part in chain)
        {
            if (part == RankingKey.Prediction && truth is null)
            {
                continue;
            }

            // Every part is a number of which less is better, so that its big-endian bytes sort as the chain says.
            var value = ValueOf(part, standing, truth) ?? long.MaxValue;
            var moreIsBetter = part is RankingKey.Score or RankingKey.Correct or RankingKey.PerfectAttempts;
            BinaryPrimitives.WriteInt64BigEndian(key[length..], moreIsBetter ? int.MaxValue - value : value);
            length += sizeof(long);
        }

        standing.Contestant.Value.TryWriteBytes(key[length..], bigEndian: true, out var written);
        return key[..(length + written)].ToArray();
    }
}
