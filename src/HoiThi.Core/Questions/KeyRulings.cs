namespace HoiThi.Core.Questions;

/// <summary>Puts the rulings of a correction beside the questions of its set, and refuses what could not be marked by.</summary>
internal static class KeyRulings
{
    /// <summary>The ruling on each question, in the order of the set; null where there is none.</summary>
    /// <exception cref="ArgumentException">A ruling is on no question of the set, on one twice, or does not fit it.</exception>
    public static KeyRuling?[] Place(SealedSet set, ValueList<KeyRuling> rulings)
    {
        var indices = set.Questions.Index().ToDictionary(question => question.Item.Code, question => question.Index, StringComparer.Ordinal);
        var placed = new KeyRuling?[set.Questions.Count];
        foreach (var ruling in rulings)
        {
            if (!indices.Remove(ruling.Question, out var index) || !Fits(set.Questions[index], ruling))
            {
                throw new ArgumentException($"The ruling on {ruling.Question} is on no question of the set, the second on it, or does not fit it.", nameof(rulings));
            }

            placed[index] = ruling;
        }

        var unmarked = Enumerable.Range(0, placed.Length).Count(index => placed[index] is Withdrawn || IsUnmarked(set.Questions[index]));
        return unmarked == 0 || unmarked < set.PaperLength
            ? placed
            : throw new ArgumentException($"With {unmarked} questions that are not marked, a paper of {set.PaperLength} could be worth nothing.", nameof(rulings));
    }

    /// <summary>Whether a question asks for a text that gives no points.</summary>
    public static bool IsUnmarked(Question question) => question is { Essay: not null, Point: 0 };

    private static bool Fits(Question question, KeyRuling ruling) => ruling switch
    {
        OtherKeys { Keys: var keys } => question.Choices.Count > 0 && keys.Count > 0 && keys.All(key => CanBeTicked(question, key)),
        OtherNumber { Number.Tolerance: >= 0 } => question.Number is not null,
        PointsForAll or Withdrawn => !IsUnmarked(question),
        _ => false,
    };

    private static bool CanBeTicked(Question question, byte key) =>
        key != 0 && key < 1 << question.Choices.Count && (question.Multiple || byte.PopCount(key) == 1);
}
