using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HoiThi.Core.Attempts;

/// <summary>
/// A contestant's id: a UUIDv8 made from the keyed hash of the contest and the identity key, so that registering
/// twice is the same row without a look-up and the id tells nothing about the person to who lacks the key.
/// </summary>
public readonly record struct ContestantId(Guid Value) : IComparable<ContestantId>
{
    /// <summary>The id of the person with <paramref name="identity"/> in a contest.</summary>
    /// <param name="key">The secret of the installation, at least 32 bytes.</param>
    /// <param name="contest">The contest's slug.</param>
    /// <param name="identity">The normalised value of the identity field.</param>
    public static ContestantId Of(ReadOnlySpan<byte> key, string contest, string identity)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"contestant\n{contest}\n{identity}"), hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F)); // version 8, RFC 9562 §5.8
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F)); // variant 10
        return new ContestantId(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>Compares as the databases compare: byte by byte from the left.</summary>
    public int CompareTo(ContestantId other)
    {
        Span<byte> left = stackalloc byte[16], right = stackalloc byte[16];
        Value.TryWriteBytes(left, bigEndian: true, out _);
        other.Value.TryWriteBytes(right, bigEndian: true, out _);
        return left.SequenceCompareTo(right);
    }
}

/// <summary>
/// What names an attempt: who, in which round, the how-manieth. Its limit is this key's: there is no row with an
/// ordinal above the limit, on however many nodes.
/// </summary>
/// <param name="Contest">The contest's number in this installation, from 1.</param>
/// <param name="Contestant">Whose attempt it is.</param>
/// <param name="Round">The round's number, from 1.</param>
/// <param name="Ordinal">1 for the contestant's first attempt in the round.</param>
public readonly record struct AttemptId(short Contest, ContestantId Contestant, short Round, short Ordinal)
{
    /// <summary>How many bytes <see cref="Write"/> writes.</summary>
    public const int Size = 22;

    /// <summary>Writes the id as bytes, big-endian, in the order of the parameters.</summary>
    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt16BigEndian(target, Contest);
        Contestant.Value.TryWriteBytes(target[2..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt16BigEndian(target[18..], Round);
        BinaryPrimitives.WriteInt16BigEndian(target[20..], Ordinal);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static AttemptId Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt16BigEndian(bytes),
        new ContestantId(new Guid(bytes[2..18], bigEndian: true)),
        BinaryPrimitives.ReadInt16BigEndian(bytes[18..]),
        BinaryPrimitives.ReadInt16BigEndian(bytes[20..]));

    /// <summary>The id in addresses: base64url of its bytes, 30 characters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AttemptId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != 30
            || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done
            || written != Size)
        {
            return false;
        }

        id = Read(bytes);
        return id is { Contest: > 0, Round: > 0, Ordinal: > 0 };
    }
}
