using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Core.Scoring;

/// <summary>What an attempt is worth.</summary>
/// <param name="Score">Hundredths of a point; below 0 only where the rules allow it.</param>
/// <param name="Correct">How many questions are answered right, among them essays that have full points.</param>
/// <param name="Questions">How many questions of the paper are marked.</param>
public readonly record struct Grade(int Score, int Correct, int Questions)
{
    /// <summary>Whether everything is right and every essay has full points; never while an essay waits for its mark.</summary>
    public bool Perfect => Correct == Questions;

    /// <summary>Marks <paramref name="answers"/> against the key of the paper's set.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="answers">The answers to it.</param>
    /// <param name="marks">What people gave for essays; an essay that is not among them has 0 points so far.</param>
    public static Grade Of(Paper paper, AnswerSheet answers, ValueList<EssayMark>? marks = null)
    {
        var score = 0;
        var correct = 0;
        var unmarked = 0;
        for (var position = 0; position < paper.Lines.Length; position++)
        {
            var mark = Mark.Of(paper, position, answers, marks);
            score += mark.Points;
            correct += mark.Verdict == Verdict.Right ? 1 : 0;
            unmarked += mark.Verdict == Verdict.Unmarked ? 1 : 0;
        }

        return new Grade(paper.Set.BelowZero ? score : Math.Max(score, 0), correct, paper.Lines.Length - unmarked);
    }

    /// <summary>How many essays with a text wait for their mark.</summary>
    public static int Pending(Paper paper, AnswerSheet answers, ValueList<EssayMark>? marks) => !paper.Set.HasEssays ? 0
        : Enumerable.Range(0, paper.Lines.Length).Count(position => Mark.Of(paper, position, answers, marks).Verdict == Verdict.Pending);

    /// <summary>Whether the shown choices in <paramref name="mask"/> are the right ones at <paramref name="position"/>, as they were sealed.</summary>
    public static bool IsRight(Paper paper, int position, byte mask) =>
        mask != 0 && paper.Lines[position].ToChoices(mask) == paper.QuestionAt(position).Key;
}
