using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of an item of <c>rounds</c>.</summary>
internal static class RoundShape
{
    private static readonly RecordShape<Window> Window = new RecordShape<Window>("window")
        .Required("opens", window => window.Opens, Of.Minute, "The first moment; 24:00 is the next day's 00:00.")
        .Required("closes", window => window.Closes, Of.Minute, "The moment after the last.")
        .Checked(Windows.Check);

    private static readonly RecordShape<BlueprintLine> Line = new RecordShape<BlueprintLine>("blueprintLine", flow: true)
        .Required("topic", line => line.Topic, Of.Code, "The code of a topic of the round's question file.")
        .Optional("difficulty", line => line.Difficulty, QuestionShape.Difficulty, "The difficulty to draw; without it, any that is left.")
        .Required("count", line => line.Count, Of.Number(1, 100), "How many questions.");

    /// <summary>A scored period.</summary>
    public static RecordShape<Round> Round { get; } = new RecordShape<Round>("round")
        .Required("number", round => round.Number, Of.Number(1, 200), "1, 2, 3 … without a gap.")
        .Required("title", round => round.Title, Of.LocalText, "Its name, as in Tuần 1.")
        .Optional("theme", round => round.Theme, Of.LocalText, "What the questions are about.")
        .Required("windows", round => round.Windows, Of.List(Window, 1, 400).Checked(Windows.Check),
            "When it is open, in order and apart from each other.")
        .Required("questions", round => round.QuestionFile, Of.File, "The file of its questions.")
        .Required("blueprint", round => round.Blueprint, Of.List(Line, 1, 100),
            "How many questions a paper draws from which topic and difficulty.");
}
