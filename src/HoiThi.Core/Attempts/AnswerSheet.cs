using System.Buffers.Binary;

namespace HoiThi.Core.Attempts;

/// <summary>
/// The answers of one attempt: for every position of the paper the shown choices that are ticked and the sequence
/// number of that tick, three bytes a question; what is written where a number or a text is asked; and the prediction
/// likewise. Merging is a last-writer-wins register a position: it does not matter in which order, or how often, saves
/// of two tabs arrive. Where answers may not be changed, the first that arrives stays.
/// </summary>
public sealed class AnswerSheet
{
    private const int BytesPerPosition = 3;
    private readonly byte[] cells;
    private WrittenTexts? written;

    private AnswerSheet(byte[] cells, WrittenTexts? written, long? prediction, int predictionSequence)
    {
        this.cells = cells;
        this.written = written;
        Prediction = prediction;
        PredictionSequence = predictionSequence;
    }

    /// <summary>How many questions the paper has.</summary>
    public int Length => cells.Length / BytesPerPosition;

    /// <summary>The number the contestant guesses, or null.</summary>
    public long? Prediction { get; private set; }

    /// <summary>The sequence number of the prediction; 0 where none was given.</summary>
    public int PredictionSequence { get; private set; }

    /// <summary>How many questions have at least one choice ticked, or something written.</summary>
    public int Answered
    {
        get
        {
            var count = 0;
            for (var position = 0; position < Length; position++)
            {
                count += IsAnswered(position) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The highest sequence number in the sheet; the next tick of a client takes a higher one.</summary>
    public int LastSequence
    {
        get
        {
            var last = Math.Max(PredictionSequence, written?.LastSequence ?? 0);
            for (var position = 0; position < Length; position++)
            {
                last = Math.Max(last, SequenceAt(position));
            }

            return last;
        }
    }

    /// <summary>A sheet without answers for a paper of <paramref name="length"/> questions.</summary>
    public static AnswerSheet Blank(int length) => new(new byte[length * BytesPerPosition], null, null, 0);

    /// <summary>Reads what <see cref="ToBytes"/> and <see cref="WrittenToBytes"/> wrote.</summary>
    /// <exception cref="ArgumentException">The bytes are not of a whole number of positions, or of whole texts.</exception>
    public static AnswerSheet Read(ReadOnlySpan<byte> bytes, long? prediction, int predictionSequence, byte[]? written = null) =>
        bytes.Length % BytesPerPosition == 0
            ? new AnswerSheet(bytes.ToArray(), written is null ? null : WrittenTexts.Read(written), prediction, predictionSequence)
            : throw new ArgumentException($"{bytes.Length} bytes are no answer sheet.");

    /// <summary>The shown choices ticked at <paramref name="position"/> (from 0): bit i for place i.</summary>
    public byte MaskAt(int position) => cells[position * BytesPerPosition];

    /// <summary>The sequence number of the tick at <paramref name="position"/>; 0 where there was none.</summary>
    public int SequenceAt(int position) => BinaryPrimitives.ReadUInt16BigEndian(cells.AsSpan((position * BytesPerPosition) + 1));

    /// <summary>What is written at <paramref name="position"/> (from 0); null where nothing ever was, empty where it was cleared.</summary>
    public string? TextAt(int position) => written?.At(position).Text;

    /// <summary>The sequence number of the text at <paramref name="position"/>; 0 where there was none.</summary>
    public int TextSequenceAt(int position) => written?.At(position).Sequence ?? 0;

    /// <summary>Whether anything was ever written.</summary>
    public bool HasWritten => written is not null;

    /// <summary>Whether anything stands at <paramref name="position"/> (from 0).</summary>
    public bool IsAnswered(int position) => MaskAt(position) != 0 || !string.IsNullOrEmpty(TextAt(position));

    /// <summary>The ticks as bytes, in the order of the paper.</summary>
    public byte[] ToBytes() => [.. cells];

    /// <summary>The texts as bytes; null where nothing was ever written.</summary>
    public byte[]? WrittenToBytes() => written?.ToBytes();

    /// <summary>
    /// Takes <paramref name="change"/> unless the sheet holds a later one. Of two changes with the same number the
    /// greater value wins: arbitrary, but the same on every node and in every order.
    /// </summary>
    /// <param name="change">What was ticked.</param>
    /// <param name="first">Whether the first answer of a position stays.</param>
    /// <returns>Whether the sheet changed; false as well for a position the paper does not have.</returns>
    public bool Merge(AnswerChange change, bool first = false)
    {
        if (change.Position < 0 || change.Position >= Length || change.Sequence is < 1 or > ushort.MaxValue)
        {
            return false;
        }

        var cell = cells.AsSpan(change.Position * BytesPerPosition, BytesPerPosition);
        var held = (BinaryPrimitives.ReadUInt16BigEndian(cell[1..]) << 8) | cell[0];
        if (((change.Sequence << 8) | change.Mask) <= held || (first && cell[0] != 0))
        {
            return false;
        }

        cell[0] = change.Mask;
        BinaryPrimitives.WriteUInt16BigEndian(cell[1..], (ushort)change.Sequence);
        return true;
    }

    /// <summary>Takes a text by the same rule.</summary>
    /// <param name="change">What was written, as <see cref="WrittenAnswer.Of"/> gives it.</param>
    /// <param name="first">Whether the first answer of a position stays.</param>
    public bool Merge(WrittenChange change, bool first = false) =>
        change.Position >= 0 && change.Position < Length && change.Sequence is >= 1 and <= ushort.MaxValue
        && !(first && !string.IsNullOrEmpty(TextAt(change.Position)))
        && (written ??= new WrittenTexts()).Merge(change);

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

/// <summary>A text: what stands at a position from now on.</summary>
/// <param name="Position">The place in the paper, from 0.</param>
/// <param name="Text">What was written; empty clears the answer.</param>
/// <param name="Sequence">As of <see cref="AnswerChange"/>.</param>
public readonly record struct WrittenChange(int Position, string Text, int Sequence);

/// <summary>A new prediction.</summary>
/// <param name="Value">The number guessed, 0–9,999,999,999, or null to clear it.</param>
/// <param name="Sequence">As of <see cref="AnswerChange"/>.</param>
public readonly record struct PredictionChange(long? Value, int Sequence)
{
    /// <summary>The largest number that can be guessed: there are not more people.</summary>
    public const long Largest = 9_999_999_999;
}
