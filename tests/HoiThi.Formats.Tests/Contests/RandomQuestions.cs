using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Formats.Tests.Contests;

/// <summary>Random question banks of at most five questions.</summary>
internal static class RandomQuestions
{
    private static readonly Gen<Choice> Choice = Gen.Select(RandomTexts.LocalText, Gen.Bool).Select((text, right) => new Choice(text, right));

    private static readonly Gen<Question> Question =
        from difficulty in Gen.Enum<Difficulty>()
        from text in RandomTexts.LocalText
        from choices in Choice.Array[2, 8]
        from explanation in RandomTexts.LocalText.Null()
        from source in RandomTexts.Text.Null()
        from keepOrder in Gen.Bool
        from kind in Gen.Int[0, 4]
        from number in Gen.Select(Gen.Int[-1_000_000_000, 1_000_000_000], Gen.Int[0, 6], Gen.Int[0, 1000])
        from point in Gen.Int[1, 100_000].Nullable(0.5)
        select new Question(
            "?",
            "?",
            difficulty,
            text,
            kind > 1 ? Different(choices) : [],
            explanation,
            source,
            kind > 1 && keepOrder,
            kind == 1 ? new NumberAnswer(Shifted(number.Item1, number.Item2), Shifted(number.Item3, number.Item2)) : null,
            kind == 0 ? new EssayAnswer(number.Item3 + 1) : null,
            point);

    /// <summary>A bank; its codes are still to be set.</summary>
    public static Gen<QuestionBank> Bank { get; } =
        from topics in RandomTexts.Codes(3)
        from names in RandomTexts.LocalText.Array[3]
        from questions in Question.Array[1, 5]
        select new QuestionBank(
            topics.Zip(names, (code, name) => new Topic(code, name)).ToValueList(),
            questions.Select((question, index) => question with { Topic = topics[index % topics.Length] }).ToValueList());

    /// <summary>The bank with codes and texts that no other has.</summary>
    public static QuestionBank Coded(this QuestionBank bank, int number) => bank with
    {
        Questions = bank.Questions.Select((question, index) => question with
        {
            Code = $"T{number}-{index}",
            Text = new LocalText($"{number}.{index} {question.Text.Vi}", question.Text.En),
        }).ToValueList(),
    };

    private static ValueList<Choice> Different(Choice[] choices) => choices
        .Select((choice, index) => new Choice(new LocalText($"{choice.Text.Vi}{index}", choice.Text.En), choice.Right || index == 1))
        .ToValueList();

    private static decimal Shifted(int number, int decimals) => new(Math.Abs(number), 0, 0, number < 0, (byte)decimals);
}
