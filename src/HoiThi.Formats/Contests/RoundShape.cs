using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of an item of <c>rounds</c>.</summary>
internal static class RoundShape
{
    private static readonly RecordShape<BlueprintLine> Line = new RecordShape<BlueprintLine>("blueprintLine", flow: true)
        .Required("topic", line => line.Topic, Of.Code, "The code of a topic of the round's question file.")
        .Optional("difficulty", line => line.Difficulty, QuestionShape.Difficulty, "The difficulty to draw; without it, any that is left.")
        .Required("count", line => line.Count, Of.Number(1, 100), "How many questions.")
        .Optional("point", line => line.Point, new HundredthsShape(1, 100_000),
            "Points for each of them; left out, the paper's. A question's own come first.");

    private static readonly ListShape<BlueprintLine> Blueprint = Of.List(Line, 0, 100);

    private static readonly RecordShape<RoundDivision> Division = new RecordShape<RoundDivision>("roundDivision")
        .Required("division", own => own.Division, Of.Code, "The division's code; unique in the round.")
        .Optional("questions", own => own.QuestionFile, Of.File, "The file of its questions.")
        .Optional("blueprint", own => own.Blueprint, Blueprint, "What its papers draw; `[]` is every question of the file.")
        .Optional("paper", own => own.Paper, RulesShapes.Paper, "How its papers are made.")
        .Optional("attempts", own => own.Attempts, RulesShapes.Attempts, "How many attempts there are.")
        .Optional("prediction", own => own.Prediction, RulesShapes.Prediction, "What is guessed.")
        .Optional("chain", own => own.Chain, RulesShapes.Chain, "Its chain.")
        .Optional("prizes", own => own.Prizes, PrizesShape.List, "Its prizes, best first.");

    /// <summary>A scored period.</summary>
    public static RecordShape<Round> Round { get; } = new RecordShape<Round>("round")
        .Required("number", round => round.Number, Of.Number(1, 200), "1, 2, 3 … without a gap.")
        .Required("title", round => round.Title, Of.LocalText, "Its name, as in Tuần 1.")
        .Optional("theme", round => round.Theme, Of.LocalText, "What the questions are about.")
        .Required("windows", round => round.Calendar, Of.List(CalendarShape.Entry, 1, 400),
            "When it is open: single windows and weekly patterns, apart from each other.")
        .Optional("questions", round => round.QuestionFile, Of.File,
            "The file of its questions; left out, they come from the console's bank and are sealed later. Until then nobody can start.")
        .Optional("blueprint", round => round.Blueprint, Blueprint, [],
            "How many questions a paper draws from which topic and difficulty; left out, every question of the file.")
        .Optional("practice", round => round.Practice, Of.Flag, false,
            "Whether it is for trying out: its attempts count nowhere and are wiped when it has closed.")
        .Optional("live", round => round.Live, Of.Flag, false, "Whether everybody sits together: time runs from the window's opening.")
        .Optional("paper", round => round.Paper, RulesShapes.Paper, "How its papers are made, in place of the division's or the contest's.")
        .Optional("attempts", round => round.Attempts, RulesShapes.Attempts, "How many attempts there are, in place of those.")
        .Optional("prediction", round => round.Prediction, RulesShapes.Prediction, "What is guessed, in place of those.")
        .Optional("chain", round => round.Chain, RulesShapes.Chain, "Its chain, in place of those.")
        .Optional("prizes", round => round.Prizes, PrizesShape.List, "Its prizes, best first, in place of those of every round.")
        .Optional("divisions", round => round.Divisions,
            Of.List(Division, 0, 100).UniqueBy("division", own => own.Division, "division"), [],
            "What is different in it for a division; what is left out is as in the round.")
        .Optional("publishHash", round => round.PublishHash, Of.Flag, false,
            "Whether the hash of its sealed questions is shown before it opens, so that anybody can check later that they were not changed.")
        .Checked(Windows.Check, "windows")
        .Checked(PracticeRounds.Check, "windows", "practice", "prediction", "prizes", "divisions");
}
