using System.Text;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;

namespace HoiThi.Rehearsal.Journeys;

/// <summary>What somebody ticks, and what the server should say to it.</summary>
public sealed class Answers
{
    private const double Knowledge = 0.8;
    private readonly Paper paper;
    private readonly AnswerSheet sheet;
    private readonly StringBuilder text = new();
    private readonly Func<Paper, int, byte> tick;

    /// <param name="set">The sealed set.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="tick">The choices at a position, as shown; left out, those of somebody who knows four answers of five.</param>
    public Answers(SealedSet set, AttemptId attempt, Func<Paper, int, byte>? tick = null)
    {
        this.tick = tick ?? Mostly;
        paper = Paper.Draw(set, attempt);
        sheet = AnswerSheet.Blank(set.PaperLength);
    }

    /// <summary>The marks of what is ticked so far.</summary>
    public Grade Grade => Grade.Of(paper, sheet);

    /// <summary>The answers as the reply to a save has them.</summary>
    public ReadOnlySpan<byte> Expected
    {
        get
        {
            text.Clear();
            for (var position = 0; position < sheet.Length; position++)
            {
                text.Append(position == 0 ? "[" : ",[").Append(sheet.MaskAt(position)).Append(',').Append(sheet.SequenceAt(position)).Append(']');
            }

            return Encoding.ASCII.GetBytes(text.ToString());
        }
    }

    /// <summary>What is ticked so far.</summary>
    public AnswerSheet Copy() => AnswerSheet.Read(sheet.ToBytes(), sheet.Prediction, sheet.PredictionSequence);

    /// <summary>Ticks the next part of the paper.</summary>
    /// <returns>The body of the save.</returns>
    public string Next(int part, int parts)
    {
        text.Clear().Append("{\"changes\":[");
        var (first, end) = (sheet.Length * part / parts, sheet.Length * (part + 1) / parts);
        for (var position = first; position < end; position++)
        {
            var change = new AnswerChange(position, tick(paper, position), position + 1);
            sheet.Merge(change);
            text.Append(position == first ? "[" : ",[").Append(change.Position).Append(',').Append(change.Mask).Append(',').Append(change.Sequence).Append(']');
        }

        return text.Append("]}").ToString();
    }

    private static byte Mostly(Paper paper, int position) => Random.Shared.NextDouble() < Knowledge
        ? paper.Lines[position].ToShown(paper.QuestionAt(position).Key)
        : (byte)(1 << Random.Shared.Next(paper.Lines[position].Order.Length));
}
