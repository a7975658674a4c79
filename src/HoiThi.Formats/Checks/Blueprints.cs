using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>
/// A blueprint draws from topics that its question file has, and no more than there is. Lines with a difficulty draw
/// first; a line without one draws from what they leave of the topic.
/// </summary>
internal static class Blueprints
{
    public static void Check(ContestParts parts)
    {
        var slots = parts.Contest.Value is { } contest ? QuestionSlot.Of(contest).ToList() : [];
        foreach (var (index, round) in parts.Contest.Value?.Rounds.Index() ?? [])
        {
            var slot = slots.FindIndex(each => each.Round == index && each.Division is null);
            if (slot >= 0 && parts.Banks[slot]?.Value is { } bank)
            {
                Check(round.Blueprint, slots[slot].File, bank, $"rounds[{index}].blueprint", parts.Contest.Scope);
            }

            foreach (var (place, own) in round.Divisions.Index().Where(own => own.Item is not { QuestionFile: null, Blueprint: null }))
            {
                CheckDivision(parts, index, own, $"rounds[{index}].divisions[{place}]");
            }
        }
    }

    /// <summary>A division has its own blueprint, or the round's with questions of its own.</summary>
    private static void CheckDivision(ContestParts parts, int round, RoundDivision own, string path)
    {
        var contest = parts.Contest.Value!;
        var division = contest.Divisions.Index().FirstOrDefault(each => each.Item.Code == own.Division);
        if (division.Item is not null && parts.BankOf(contest, round, division.Index) is { } bank)
        {
            var rules = ContestRules.Of(contest, round + 1, division.Index);
            var place = own.Blueprint is null ? $"{path}.questions" : $"{path}.blueprint";
            Check(rules.Blueprint, rules.QuestionFile!, bank, place, parts.Contest.Scope);
        }
    }

    private static void Check(IReadOnlyList<BlueprintLine> blueprint, string file, QuestionBank bank, string path, Scope scope)
    {
        var topics = bank.Topics.Select(topic => topic.Code).ToList();
        var left = bank.Questions.CountBy(question => (question.Topic, question.Difficulty)).ToDictionary();
        foreach (var (index, line) in blueprint.Index().OrderBy(pair => pair.Item.Difficulty is null))
        {
            if (!Known.Check(scope, $"{path}[{index}].topic", "topic", line.Topic, topics))
            {
                continue;
            }

            var levels = line.Difficulty is { } level ? [level] : Enum.GetValues<Difficulty>();
            var available = levels.Sum(difficulty => left.GetValueOrDefault((line.Topic, difficulty)));
            if (line.Count > available)
            {
                var expected = available == 0 ? "a line that can be filled" : $"at most {available}";
                scope.Add(
                    $"{path}[{index}].count",
                    $"{line.Count} {Name(line)} are to be drawn, and {file} has {available} left",
                    expected);
            }

            Take(left, line, levels);
        }
    }

    private static void Take(Dictionary<(string Topic, Difficulty Difficulty), int> left, BlueprintLine line, Difficulty[] levels)
    {
        var count = line.Count;
        foreach (var level in levels)
        {
            var available = left.GetValueOrDefault((line.Topic, level));
            left[(line.Topic, level)] = Math.Max(0, available - count);
            count = Math.Max(0, count - available);
        }
    }

    private static string Name(BlueprintLine line) =>
        $"{line.Difficulty?.ToString().ToLowerInvariant()} questions on {line.Topic}".TrimStart();
}
