using HoiThi.Core.Questions;

namespace HoiThi.Core.Papers;

/// <summary>How likely a paper is to have each question of a set.</summary>
public static class DrawChances
{
    /// <summary>The chance of each question, 0–1, in the order of the set: exact, for every draw of a paper is as likely as any other.</summary>
    public static double[] Of(SealedSet set)
    {
        if (set.Blueprint.Count == 0)
        {
            return [.. set.Questions.Select(_ => 1.0)];
        }

        var levels = set.Questions.CountBy(question => (question.Topic, question.Difficulty)).ToDictionary();
        var topics = set.Questions.CountBy(question => question.Topic).ToDictionary(StringComparer.Ordinal);
        var drawn = set.Blueprint.GroupBy(line => (line.Topic, line.Difficulty)).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Count));
        var byLevel = set.Blueprint.Where(line => line.Difficulty is not null).GroupBy(line => line.Topic, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Count), StringComparer.Ordinal);
        return [.. set.Questions.Select(ChanceOf)];

        double ChanceOf(Question question)
        {
            var level = (double)drawn.GetValueOrDefault((question.Topic, question.Difficulty)) / levels[(question.Topic, question.Difficulty)];
            var left = topics[question.Topic] - byLevel.GetValueOrDefault(question.Topic);
            var any = left == 0 ? 0 : (double)drawn.GetValueOrDefault((question.Topic, null)) / left;
            return level + ((1 - level) * any);
        }
    }
}
