using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Papers;

/// <summary>The questions one attempt gets, in its order (đề thi). Drawn when needed, stored nowhere.</summary>
/// <param name="Set">The set it is drawn from.</param>
/// <param name="Lines">The questions in the order shown.</param>
public sealed record Paper(SealedSet Set, PaperLine[] Lines)
{
    /// <summary>Draws the paper of an attempt: the same for the same set, or a correction of it, and id, on any machine, at any time.</summary>
    public static Paper Draw(SealedSet set, AttemptId attempt)
    {
        var random = new PaperRandom(set.Seed.Span, attempt);
        var lineOf = set.HasLinePoints ? new byte[set.Questions.Count] : null;
        var chosen = Choose(set, ref random, lineOf);
        if (set.ShuffleQuestions)
        {
            random.Draw(chosen.AsSpan(), chosen.Length);
        }
        else
        {
            Array.Sort(chosen);
        }

        var lines = new PaperLine[chosen.Length];
        for (var position = 0; position < chosen.Length; position++)
        {
            var question = chosen[position];
            var point = lineOf is null ? set.PointOf(question) : set.PointOf(question, lineOf[question]);
            lines[position] = new PaperLine(question, OrderOf(set, question, ref random), point);
        }

        return new Paper(set, lines);
    }

    /// <summary>The question at <paramref name="position"/>, counted from 0.</summary>
    public Question QuestionAt(int position) => Set.Questions[Lines[position].Question];

    /// <summary>Hundredths of a point for everything right.</summary>
    public int MostPoints => Lines.Sum(line => line.Point);

    private static int[] Choose(SealedSet set, ref PaperRandom random, byte[]? lineOf)
    {
        var chosen = new int[set.PaperLength];
        if (set.Blueprint.Count == 0)
        {
            for (var question = 0; question < chosen.Length; question++)
            {
                chosen[question] = question;
            }

            return chosen;
        }

        var taken = new bool[set.Questions.Count];
        var count = 0;
        for (var line = 0; line < set.Blueprint.Count; line++)
        {
            // Lines may share questions (one line names a difficulty, the next any): what is taken is left out.
            var pool = set.Pool(line).ToArray().AsSpan();
            var free = 0;
            foreach (var question in pool)
            {
                if (!taken[question])
                {
                    pool[free++] = question;
                }
            }

            var wanted = set.Blueprint[line].Count;
            random.Draw(pool[..free], wanted);
            foreach (var question in pool[..wanted])
            {
                taken[question] = true;
                chosen[count++] = question;
                if (lineOf is not null)
                {
                    lineOf[question] = (byte)line;
                }
            }
        }

        return chosen;
    }

    private static byte[] OrderOf(SealedSet set, int index, ref PaperRandom random)
    {
        var question = set.Questions[index];
        var order = new byte[question.Choices.Count];
        for (byte choice = 0; choice < order.Length; choice++)
        {
            order[choice] = choice;
        }

        if (set.ShuffleChoices && !question.KeepOrder)
        {
            random.Draw(order.AsSpan(), order.Length);
        }

        return order;
    }
}

/// <summary>One question of a paper.</summary>
/// <param name="Question">Its index in the sealed set.</param>
/// <param name="Order">Which choice of the question stands at each shown place, both counted from 0; empty without choices.</param>
/// <param name="Point">Hundredths of a point for a right answer.</param>
public readonly record struct PaperLine(int Question, byte[] Order, int Point)
{
    /// <summary>The mask of the question's own choices for a mask of shown places; bits beyond the choices are dropped.</summary>
    public byte ToChoices(byte shown)
    {
        var mask = 0;
        for (var place = 0; place < Order.Length; place++)
        {
            mask |= ((shown >> place) & 1) << Order[place];
        }

        return (byte)mask;
    }

    /// <summary>The mask of shown places for a mask of the question's own choices.</summary>
    public byte ToShown(byte choices)
    {
        var mask = 0;
        for (var place = 0; place < Order.Length; place++)
        {
            mask |= ((choices >> Order[place]) & 1) << place;
        }

        return (byte)mask;
    }
}
