using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Core.Scoring;

/// <summary>What an attempt is worth.</summary>
/// <param name="Score">Hundredths of a point.</param>
/// <param name="Correct">How many questions are answered right: exactly the right choices and no other.</param>
/// <param name="Questions">How many questions the paper has.</param>
public readonly record struct Grade(int Score, int Correct, int Questions)
{
    /// <summary>Whether everything is right.</summary>
    public bool Perfect => Correct == Questions;

    /// <summary>Marks <paramref name="answers"/> against the key of the paper's set.</summary>
    public static Grade Of(Paper paper, AnswerSheet answers)
    {
        var correct = 0;
        for (var position = 0; position < paper.Lines.Length; position++)
        {
            if (IsRight(paper, position, answers.MaskAt(position)))
            {
                correct++;
            }
        }

        return new Grade(correct * paper.Set.Point, correct, paper.Lines.Length);
    }

    /// <summary>Whether the shown choices in <paramref name="mask"/> are the right ones at <paramref name="position"/>.</summary>
    public static bool IsRight(Paper paper, int position, byte mask) =>
        mask != 0 && paper.Lines[position].ToChoices(mask) == paper.QuestionAt(position).Key;
}
