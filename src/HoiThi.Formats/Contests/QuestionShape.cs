using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of a question file.</summary>
internal static class QuestionShape
{
    /// <summary>How hard a question is.</summary>
    public static EnumShape<Difficulty> Difficulty { get; } = new(
        (Core.Questions.Difficulty.Easy, "nhận biết"),
        (Core.Questions.Difficulty.Medium, "thông hiểu"),
        (Core.Questions.Difficulty.Hard, "vận dụng"));

    private static readonly RecordShape<Topic> Topic = new RecordShape<Topic>("topic")
        .Required("code", topic => topic.Code, Of.Code, "The topic's name in this file and in blueprints; unique in the file.")
        .Required("name", topic => topic.Name, Of.LocalText, "Its name on screens.");

    private static readonly CaseShape<Choice, LocalText> Choice = new(
        "choice",
        Of.LocalText,
        choice => choice.Text,
        new Case<Choice, LocalText>("right", choice => choice.Right, text => new Choice(text, true), "A right choice."),
        new Case<Choice, LocalText>("wrong", choice => !choice.Right, text => new Choice(text, false), "A wrong choice."));

    private static readonly RecordShape<NumberAnswer> Number = new RecordShape<NumberAnswer>("numberAnswer", flow: true)
        .Required("value", number => number.Value, new DecimalShape(decimal.MinValue), "The right number.")
        .Optional("tolerance", number => number.Tolerance, new DecimalShape(0), 0m, "How far an answer may be off and is right.");

    private static readonly RecordShape<EssayAnswer> Essay = new RecordShape<EssayAnswer>("essayAnswer", flow: true)
        .Required("words", essay => essay.Words, Of.Number(1, 2000), "The most words.");

    /// <summary>One question.</summary>
    public static RecordShape<Question> Question { get; } = new RecordShape<Question>("question")
        .Required("code", question => question.Code, Of.Mark, "The question's name, as in T1-017; unique in the contest.")
        .Required("topic", question => question.Topic, Of.Code, "The code of its topic.")
        .Required("difficulty", question => question.Difficulty, Difficulty, "How hard its writer thinks it is.")
        .Required("text", question => question.Text, Of.LocalText, "What is asked.")
        .Optional("choices", question => question.Choices, Of.List(Choice, 2, 8), [], "The choices, at least one of them right.")
        .Optional("number", question => question.Number, Number, "The number that is the answer, where a number is asked.")
        .Optional("essay", question => question.Essay, Essay, "What a text is marked by, where a text is asked; people mark it.")
        .Optional("explanation", question => question.Explanation, Of.LocalText, "Why the key is right, shown when the rules say so.")
        .Optional("source", question => question.Source, Of.Text(1000), "The document and article it rests on.")
        .Optional("keepOrder", question => question.KeepOrder, Of.Flag, false,
            "Whether the choices stay in their order even where papers shuffle (\"all of the above\").")
        .Optional("point", question => question.Point, new HundredthsShape(0, 100_000),
            "Points for it; left out, what the blueprint or the paper says. A text with 0 is asked for and not marked.")
        .Checked(AnswerForms.Check, "choices", "number", "essay", "point")
        .Checked(Choices.Check);

    /// <summary>The whole file.</summary>
    public static RecordShape<QuestionBank> Bank { get; } = new RecordShape<QuestionBank>("questions")
        .Required("topics", bank => bank.Topics, Of.List(Topic, 1, 200).UniqueBy("code", topic => topic.Code, "topic"),
            "The topics of the file's questions.")
        .Required("questions", bank => bank.Questions, Of.List(Question, 1, 10_000).UniqueBy("code", question => question.Code, "question"),
            "The questions.")
        .Checked(QuestionTopics.Check);
}
