using CsCheck;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;

namespace HoiThi.Formats.Tests.Banks;

/// <summary>Banks of every kind of question, with texts that are hard for the formats.</summary>
internal static class RandomBanks
{
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.OneOf(
            "thủ tục", "hành chính", "Hải Phòng", "cải cách", "Nghị quyết 76/NQ-CP", "ngày 15/7/2021", "điểm a khoản 1", "100%", "2 + 2 = 4", "“một cửa”",
            "đ", "Đ", "ươ", "e\u0301", "\u00a0", "soft\u00adhyphen", "😀", "👩‍👩‍👧", "C#", "1.000 đồng", "e-mail", "x < y && y > z", "</p>", "<b>", "&amp;", "&", "'", "\"\""),
        Gen.Char['a', 'z'].Array[1, 8].Select(letters => new string(letters)));

    /// <summary>Signs that mean something in one format or another, anywhere in a text.</summary>
    private static readonly Gen<string> Sign = Gen.OneOf(
        Gen.Const(" "),
        Gen.OneOf("~", "=", "#", "{", "}", ":", "::", "\\", "\\n", "####", "->", "//", "[html]", "[plain]", "%50%", "$CATEGORY: x", ",", ";", "\"", "\n", "\n\n", "]]>", "{=x}", "_____", "-", "+"));

    /// <summary>A text for formats that mark where a text begins and ends.</summary>
    public static Gen<string> Text { get; } = Gen.Select(Word, Gen.Select(Sign, Word).Array[0, 6])
        .Select((first, rest) => BankText.Clean($"q{first}{string.Concat(rest.Select(pair => pair.Item1 + pair.Item2))}"));

    /// <summary>A text as a person writes it: no line of it begins like a choice or a question.</summary>
    public static Gen<string> Prose { get; } = Gen.Select(Word, Word.Array[0, 6], Gen.Bool)
        .Select((first, rest, twoLines) => BankText.Clean($"Q{first} {string.Join(' ', rest)}{(twoLines ? "\nvà dòng sau" : "")}"));

    public static Gen<QuestionBank> Of(Gen<string> text, bool english) =>
        from topics in text.Array[1, 3]
        from questions in QuestionOf(text, english).Array[1, 8]
        from order in Gen.Int[0, 2].Array[8]
        select new QuestionBank(
            [.. topics.Select((name, index) => new Topic($"t{index}", new LocalText($"Chủ đề {index}: {BankText.Line(name)}")))],
            [.. questions.Select((question, index) => question with { Code = $"Q-{index}", Topic = $"t{order[index] % topics.Length}" })]);

    private static Gen<Question> QuestionOf(Gen<string> text, bool english)
    {
        var local = Gen.Select(text, english ? text.Null() : text.Null(1.0)).Select((vi, en) => new LocalText(vi, en));
        var choices =
            from texts in local.Array[2, 8]
            from right in Gen.Bool.Array[8]
            from always in Gen.Int[0, 1]
            select texts.Select((choice, index) => new Choice(choice with { Vi = $"{choice.Vi} {index}x" }, index == always || right[index])).ToValueList();
        var number = Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[0, 4], Gen.Int[0, 500])
            .Select((digits, places, off) => new NumberAnswer(digits / (decimal)Math.Pow(10, places), off / 100m));
        return
            from asked in local
            from kind in Gen.Int[0, 9]
            from some in choices
            from answer in number
            from words in Gen.Int[1, 2000]
            from difficulty in Gen.Enum<Difficulty>()
            from explanation in local.Null()
            from source in text.Null()
            from keep in Gen.Bool
            from point in Gen.Int[0, 400]
            select new Question(
                "?",
                "?",
                difficulty,
                asked,
                kind < 8 ? some : [],
                explanation,
                source,
                keep,
                kind == 8 ? answer : null,
                kind == 9 ? new EssayAnswer(words) : null,
                point > 0 || kind == 9 ? point : null);
    }
}
