using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using HoiThi.Core.Attempts;

namespace HoiThi.Core.Papers;

/// <summary>
/// The random numbers of one paper: xoshiro256** (Blackman and Vigna, 2018) started from
/// SHA-256(seed of the set ‖ id of the attempt), so that anybody with both can draw the paper again.
/// </summary>
internal ref struct PaperRandom
{
    private ulong s0, s1, s2, s3;

    public PaperRandom(ReadOnlySpan<byte> setSeed, AttemptId attempt)
    {
        Span<byte> seed = stackalloc byte[32 + AttemptId.Size];
        setSeed.CopyTo(seed);
        attempt.Write(seed[32..]);
        Span<byte> state = stackalloc byte[32];
        SHA256.HashData(seed, state);
        s0 = BinaryPrimitives.ReadUInt64BigEndian(state);
        s1 = BinaryPrimitives.ReadUInt64BigEndian(state[8..]);
        s2 = BinaryPrimitives.ReadUInt64BigEndian(state[16..]);
        s3 = BinaryPrimitives.ReadUInt64BigEndian(state[24..]);
    }

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>, each as likely as the other (rejection).</summary>
    public int Below(int bound)
    {
        var range = (ulong)bound;
        var threshold = (0 - range) % range;
        while (true)
        {
            var value = Next();
            if (value >= threshold)
            {
                return (int)(value % range);
            }
        }
    }

    /// <summary>Moves <paramref name="count"/> items drawn without replacement to the front (Fisher–Yates).</summary>
    public void Draw<T>(Span<T> items, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var other = index + Below(items.Length - index);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }
}
