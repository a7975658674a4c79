using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HoiThi.Core.Attempts;

namespace HoiThi.Core.Ranking;

/// <summary>
/// The seed of the draws of one round: its hash is public before the round opens, it is itself public when the round has
/// closed, so that nobody can choose it after the answers are in and everybody can draw again.
/// </summary>
public sealed class DrawSeed
{
    /// <summary>How many bytes a seed has.</summary>
    public const int Size = 32;

    private readonly byte[] bytes;

    private DrawSeed(byte[] bytes) => this.bytes = bytes;

    /// <summary>The seed of a round: HMAC-SHA-256 of the round's number in decimal digits under the contest's seed.</summary>
    /// <param name="contest">The contest's seed, <see cref="Size"/> bytes.</param>
    /// <param name="round">The round's number; 0 for prizes over the whole contest.</param>
    public static DrawSeed Of(ReadOnlySpan<byte> contest, int round)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(contest.Length, Size);
        return new DrawSeed(HMACSHA256.HashData(contest, Encoding.ASCII.GetBytes(round.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>What is public beforehand: SHA-256 of the seed, 64 hexadecimal digits.</summary>
    public string Commitment => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// The lot a contestant draws, the smaller first: the first seven bytes, as a number, of SHA-256 of the seed followed by
    /// the contestant's id (16 bytes). Among a million two are equal once in 100,000 draws; then the id decides.
    /// </summary>
    public long LotOf(ContestantId contestant)
    {
        Span<byte> message = stackalloc byte[Size + 16];
        bytes.CopyTo(message);
        contestant.Value.TryWriteBytes(message[Size..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(message, hash);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 8);
    }

    /// <summary>The seed as it is revealed: 64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(bytes);
}
