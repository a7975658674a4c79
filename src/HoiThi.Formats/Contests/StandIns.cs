using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Contests;

/// <summary>Made-up questions for a round whose own are not sealed yet, so that its contest can be simulated.</summary>
internal static class StandIns
{
    private const int WithoutBlueprint = 20;

    /// <summary>As many as the blueprint draws, of its topics and difficulties; twenty where there is none.</summary>
    public static QuestionBank For(ValueList<BlueprintLine> blueprint)
    {
        var lines = blueprint.Count > 0 ? blueprint : [new BlueprintLine("any", null, WithoutBlueprint)];
        var questions = lines.SelectMany(line => Enumerable.Repeat(line, line.Count))
            .Select((line, index) => new Question(
                $"{line.Topic}-{index + 1}",
                line.Topic,
                line.Difficulty ?? Difficulty.Medium,
                new LocalText($"{index + 1}"),
                [.. Enumerable.Range(0, 4).Select(choice => new Choice(new LocalText($"{choice + 1}"), choice == 0))],
                Explanation: null,
                Source: null,
                KeepOrder: false));
        return new QuestionBank(
            lines.Select(line => line.Topic).Distinct(StringComparer.Ordinal).Select(topic => new Topic(topic, new LocalText(topic))).ToValueList(),
            questions.ToValueList());
    }
}
