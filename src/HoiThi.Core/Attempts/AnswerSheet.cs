using System.Buffers.Binary;

namespace HoiThi.Core.Attempts;

/// <summary>
/// The answers of one attempt: for every position of the paper the shown choices that are ticked and the sequence
/// number of that tick, three bytes a question; and the prediction likewise. Merging is a last-writer-wins register
/// a position: it does not matter in which order, or how often, saves of two tabs arrive.
/// </summary>
public sealed class AnswerSheet
{
    private const int BytesPerPosition = 3;
    private readonly byte[] cells;

    private AnswerSheet(byte[] cells, long? prediction, int predictionSequence)
    {
        this.cells = cells;
        Prediction = prediction;
        PredictionSequence = predictionSequence;
    }

    /// <summary>How many questions the paper has.</summary>
    public int Length => cells.Length / BytesPerPosition;

    /// <summary>The number the contestant guesses, or null.</summary>
    public long? Prediction { get; private set; }

    /// <summary>The sequence number of the prediction; 0 where none was given.</summary>
    public int PredictionSequence { get; private set; }

    /// <summary>How many questions have at least one choice ticked.</summary>
    public int Answered
    {
        get
        {
            var count = 0;
            for (var position = 0; position < Length; position++)
            {
                count += MaskAt(position) == 0 ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>The highest sequence number in the sheet; the next tick of a client takes a higher one.</summary>
    public int LastSequence
    {
        get
        {
            var last = PredictionSequence;
            for (var position = 0; position < Length; position++)
            {
                last = Math.Max(last, SequenceAt(position));
            }

            return last;
        }
    }

    /// <summary>A sheet without answers for a paper of <paramref name="length"/> questions.</summary>
    public static AnswerSheet Blank(int length) => new(new byte[length * BytesPerPosition], null, 0);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">The bytes are not of a whole number of positions.</exception>
    public static AnswerSheet Read(ReadOnlySpan<byte> bytes, long? prediction, int predictionSequence) =>
        bytes.Length % BytesPerPosition == 0
            ? new AnswerSheet(bytes.ToArray(), prediction, predictionSequence)
            : throw new ArgumentException($"{bytes.Length} bytes are no answer sheet.");

    /// <summary>The shown choices ticked at <paramref name="position"/> (from 0): bit i for place i.</summary>
    public byte MaskAt(int position) => cells[position * BytesPerPosition];

    /// <summary>The sequence number of the tick at <paramref name="position"/>; 0 where there was none.</summary>
    public int SequenceAt(int position) => BinaryPrimitives.ReadUInt16BigEndian(cells.AsSpan((position * BytesPerPosition) + 1));

    /// <summary>The answers as bytes, in the order of the paper.</summary>
    public byte[] ToBytes() => [.. cells];

    /// <summary>
    /// Takes <paramref name="change"/> unless the sheet holds a later one. Of two changes with the same number the
    /// greater value wins: arbitrary, but the same on every node and in every order.
    /// </summary>
    /// <returns>Whether the sheet changed; false as well for a position the paper does not have.</returns>
    public bool Merge(AnswerChange change)
    {
        if (change.Position < 0 || change.Position >= Length || change.Sequence is < 1 or > ushort.MaxValue)
        {
            return false;
        }

        var cell = cells.AsSpan(change.Position * BytesPerPosition, BytesPerPosition);
        var held = (BinaryPrimitives.ReadUInt16BigEndian(cell[1..]) << 8) | cell[0];
        if (((change.Sequence << 8) | change.Mask) <= held)
        {
            return false;
        }

        cell[0] = change.Mask;
        BinaryPrimitives.WriteUInt16BigEndian(cell[1..], (ushort)change.Sequence);
        return true;
    }

    /// <summary>Takes a prediction by the same rule.</summary>
    /// <returns>Whether the sheet changed; false as well for a number out of range.</returns>
    public bool Merge(PredictionChange change)
    {
        if (change.Sequence is < 1 or > ushort.MaxValue || change.Value is < 0 or > PredictionChange.Largest
            || (change.Sequence, change.Value ?? -1).CompareTo((PredictionSequence, Prediction ?? -1)) <= 0)
        {
            return false;
        }

        Prediction = change.Value;
        PredictionSequence = change.Sequence;
        return true;
    }
}

/// <summary>One tick: what stands at a position from now on.</summary>
/// <param name="Position">The place in the paper, from 0.</param>
/// <param name="Mask">The shown choices that are ticked; 0 clears the answer.</param>
/// <param name="Sequence">1–65,535; higher than any the client has seen in this attempt.</param>
public readonly record struct AnswerChange(int Position, byte Mask, int Sequence);

/// <summary>A new prediction.</summary>
/// <param name="Value">The number guessed, 0–9,999,999,999, or null to clear it.</param>
/// <param name="Sequence">As of <see cref="AnswerChange"/>.</param>
public readonly record struct PredictionChange(long? Value, int Sequence)
{
    /// <summary>The largest number that can be guessed: there are not more people.</summary>
    public const long Largest = 9_999_999_999;
}
