using System.Globalization;
using System.Numerics;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Scoring;

/// <summary>What the answer to one question comes to.</summary>
/// <param name="Points">Hundredths of a point; negative for a wrong answer where that costs something.</param>
/// <param name="Verdict">What the answer is.</param>
public readonly record struct Mark(int Points, Verdict Verdict)
{
    /// <summary>The mark at <paramref name="position"/> (from 0) of a paper.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="position">Which question.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="marks">What people gave for essays.</param>
    public static Mark Of(Paper paper, int position, AnswerSheet answers, ValueList<EssayMark>? marks = null)
    {
        var line = paper.Lines[position];
        var question = paper.Set.Questions[line.Question];
        return (paper.Set.RulingOn(line.Question), question) switch
        {
            (Withdrawn, _) => new Mark(0, Verdict.Unmarked),
            (PointsForAll, _) => new Mark(line.Point, Verdict.Right),
            (OtherKeys { Keys: var keys }, _) => OfAnyKey(paper.Set, question, keys, line.ToChoices(answers.MaskAt(position)), line.Point),
            (OtherNumber { Number: var number }, _) => OfNumber(paper.Set, number, answers.TextAt(position), line.Point),
            (_, { Choices.Count: > 0 }) => OfTicks(paper.Set, question, question.Key, line.ToChoices(answers.MaskAt(position)), line.Point),
            (_, { Number: { } number }) => OfNumber(paper.Set, number, answers.TextAt(position), line.Point),
            _ => OfEssay(answers.TextAt(position), marks?.FirstOrDefault(mark => mark.Position == position), line.Point),
        };
    }

    // By the key that is best for the contestant.
    private static Mark OfAnyKey(SealedSet set, Question question, ValueList<byte> keys, byte ticked, int point) =>
        keys.Select(key => OfTicks(set, question, key, ticked, point)).MaxBy(mark => (mark.Verdict == Verdict.Right, mark.Points));

    private static Mark OfTicks(SealedSet set, Question question, byte key, byte ticked, int point)
    {
        if (ticked == 0)
        {
            return new Mark(0, Verdict.Empty);
        }

        if (ticked == key)
        {
            return new Mark(point, Verdict.Right);
        }

        var part = set.Partial == PartialMarking.Proportional && question.Multiple ? Part(question, key, ticked, point) : 0;
        return part > 0 ? new Mark(part, Verdict.Partly) : Wrong(set);
    }

    // Right ticks of the right choices less wrong ticks of the wrong ones, over a common denominator: no rounding before the last.
    private static int Part(Question question, byte key, byte ticked, int point)
    {
        var right = BitOperations.PopCount(key);
        var wrong = question.Choices.Count - right;
        var hits = BitOperations.PopCount((uint)(ticked & key));
        var misses = BitOperations.PopCount((uint)(ticked & ~key));
        return wrong == 0
            ? (int)((long)point * hits / right)
            : (int)(Math.Max(0, (long)point * ((hits * wrong) - (misses * right))) / (right * wrong));
    }

    private static Mark OfNumber(SealedSet set, NumberAnswer number, string? text, int point) =>
        string.IsNullOrEmpty(text) ? new Mark(0, Verdict.Empty)
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && number.Accepts(value)
            ? new Mark(point, Verdict.Right)
            : Wrong(set);

    private static Mark OfEssay(string? text, EssayMark? mark, int point) => mark switch
    {
        _ when point == 0 => new Mark(0, Verdict.Unmarked),
        null => new Mark(0, string.IsNullOrEmpty(text) ? Verdict.Empty : Verdict.Pending),
        { Points: var points } when points >= point => new Mark(point, Verdict.Right),
        { Points: > 0 } => new Mark(mark.Points, Verdict.Partly),
        _ => new Mark(0, string.IsNullOrEmpty(text) ? Verdict.Empty : Verdict.Wrong),
    };

    private static Mark Wrong(SealedSet set) => new(-set.WrongPoint, Verdict.Wrong);
}

/// <summary>What an answer is.</summary>
public enum Verdict
{
    /// <summary>Nothing was answered.</summary>
    Empty,

    /// <summary>Wholly right; for an essay, full points.</summary>
    Right,

    /// <summary>Some of the points.</summary>
    Partly,

    /// <summary>Wrong; for an essay, no points.</summary>
    Wrong,

    /// <summary>An essay that nobody has marked.</summary>
    Pending,

    /// <summary>A text that is asked for and gives no points, as an initiative that is collected (contests.md C11).</summary>
    Unmarked,
}

/// <summary>What people gave for an essay.</summary>
/// <param name="Position">The place in the paper, from 0.</param>
/// <param name="Points">Hundredths of a point, from 0 to the question's.</param>
public sealed record EssayMark(int Position, int Points);
