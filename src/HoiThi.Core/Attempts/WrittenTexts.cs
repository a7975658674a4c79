using System.Buffers.Binary;
using System.Text;

namespace HoiThi.Core.Attempts;

/// <summary>The texts of an answer sheet, each with the sequence number it came with: a last-writer-wins register a position.</summary>
internal sealed class WrittenTexts
{
    private const int HeaderSize = 6;
    private readonly SortedDictionary<ushort, (ushort Sequence, string Text)> texts = [];

    /// <summary>The highest sequence number.</summary>
    public int LastSequence => texts.Count == 0 ? 0 : texts.Values.Max(text => text.Sequence);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static WrittenTexts Read(ReadOnlySpan<byte> bytes)
    {
        var read = new WrittenTexts();
        while (bytes.Length > 0)
        {
            var length = bytes.Length >= HeaderSize ? BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) : -1;
            if (length < 0 || bytes.Length < HeaderSize + length)
            {
                throw new ArgumentException("These bytes are no written answers.", nameof(bytes));
            }

            read.texts[BinaryPrimitives.ReadUInt16BigEndian(bytes)] =
                (BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), Encoding.UTF8.GetString(bytes[HeaderSize..(HeaderSize + length)]));
            bytes = bytes[(HeaderSize + length)..];
        }

        return read;
    }

    /// <summary>Each text as position, sequence, length and UTF-8, in the order of the paper.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[texts.Values.Sum(text => HeaderSize + Encoding.UTF8.GetByteCount(text.Text))];
        var rest = bytes.AsSpan();
        foreach (var (position, (sequence, text)) in texts)
        {
            var length = Encoding.UTF8.GetBytes(text, rest[HeaderSize..]);
            BinaryPrimitives.WriteUInt16BigEndian(rest, position);
            BinaryPrimitives.WriteUInt16BigEndian(rest[2..], sequence);
            BinaryPrimitives.WriteUInt16BigEndian(rest[4..], (ushort)length);
            rest = rest[(HeaderSize + length)..];
        }

        return bytes;
    }

    /// <summary>What stands at a position; null where nothing ever was.</summary>
    public (int Sequence, string? Text) At(int position) =>
        texts.TryGetValue((ushort)position, out var text) ? (text.Sequence, text.Text) : (0, null);

    /// <summary>Takes a later text; of two with the same number the one that comes later in the order of code points.</summary>
    public bool Merge(WrittenChange change)
    {
        var (sequence, text) = At(change.Position);
        if (change.Sequence < sequence || (change.Sequence == sequence && string.CompareOrdinal(change.Text, text) <= 0)
            || Encoding.UTF8.GetByteCount(change.Text) > WrittenAnswer.MostBytes)
        {
            return false;
        }

        texts[(ushort)change.Position] = ((ushort)change.Sequence, change.Text);
        return true;
    }
}
