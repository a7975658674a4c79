using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A blueprint draws from topics that its question file has, and no more than there is. Lines with a difficulty draw
/// first; a line without one draws from what they leave of the topic.
/// </summary>
internal static class Blueprints
{
    public static void Check(ContestBundle bundle, BundleFindings findings)
    {
        foreach (var (index, round) in bundle.Contest.Rounds.Index())
        {
            Check(round, bundle.Banks[index], $"rounds[{index}].blueprint", findings.Contest);
        }
    }

    private static void Check(Round round, QuestionBank bank, string path, Findings findings)
    {
        var topics = bank.Topics.Select(topic => topic.Code).ToList();
        var left = bank.Questions.CountBy(question => (question.Topic, question.Difficulty)).ToDictionary();
        foreach (var (index, line) in round.Blueprint.Index().OrderBy(pair => pair.Item.Difficulty is null))
        {
            if (!Known.Check(findings, $"{path}[{index}].topic", $"topic of {round.QuestionFile}", line.Topic, topics))
            {
                continue;
            }

            var levels = line.Difficulty is { } level ? [level] : Enum.GetValues<Difficulty>();
            var available = levels.Sum(difficulty => left.GetValueOrDefault((line.Topic, difficulty)));
            if (line.Count > available)
            {
                findings.Add(
                    $"{path}[{index}].count",
                    $"{round.QuestionFile} has {available} {Name(line)} left, and {line.Count} are to be drawn",
                    available == 0 ? "a line that can be filled" : $"at most {available}");
            }

            Take(left, line, levels);
        }
    }

    private static void Take(Dictionary<(string Topic, Difficulty Difficulty), int> left, BlueprintLine line, Difficulty[] levels)
    {
        var count = line.Count;
        foreach (var level in levels)
        {
            var taken = Math.Min(count, left.GetValueOrDefault((line.Topic, level)));
            left[(line.Topic, level)] = left.GetValueOrDefault((line.Topic, level)) - taken;
            count -= taken;
        }
    }

    private static string Name(BlueprintLine line) =>
        $"{line.Difficulty?.ToString().ToLowerInvariant()} questions on {line.Topic}".TrimStart();
}
