using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Ranking;
using HoiThi.Core.Units;

namespace HoiThi.Core.Tests;

/// <summary>Builders of plain examples; a test names only what it is about.</summary>
internal static partial class A
{
    public const long Minute = 60_000;
    public const long Opens = 1_698_019_200_000; // 2023-10-23 07:00 in Hải Phòng
    public const long Closes = Opens + (8 * 60 * Minute);

    public static ValueList<RankingKey> UsualChain { get; } = [RankingKey.Score, RankingKey.Prediction, RankingKey.Time, RankingKey.Submitted];

    public static ValueList<RankingKey> ContestChain { get; } = [RankingKey.Score, RankingKey.Time, RankingKey.Submitted];

    public static LocalText Text(string text) => new(text);

    /// <summary>A question with choices A, B, …; the choices at <paramref name="right"/> (from 0) are right.</summary>
    public static Question Question(
        string code,
        string topic = "t",
        Difficulty difficulty = Difficulty.Easy,
        int choices = 4,
        params int[] right) => new(
        code,
        topic,
        difficulty,
        Text($"{code}?"),
        Enumerable.Range(0, choices)
            .Select(index => new Choice(Text($"{(char)('A' + index)}"), right.Length == 0 ? index == 0 : right.Contains(index)))
            .ToValueList(),
        Explanation: null,
        Source: null);

    public static ValueList<Question> Questions(int count, string topic = "t", Difficulty difficulty = Difficulty.Easy) =>
        Enumerable.Range(1, count).Select(number => Question($"{topic}-{difficulty}-{number:000}", topic, difficulty)).ToValueList();

    public static SealedSet Set(
        ValueList<Question>? questions = null,
        ValueList<BlueprintLine>? blueprint = null,
        bool shuffleQuestions = true,
        bool shuffleChoices = true,
        int version = 1,
        PaperRules? paper = null,
        int division = 0)
    {
        questions ??= Questions(8);
        return new SealedSet(
            version,
            questions.Select(question => question.Topic).Distinct(StringComparer.Ordinal).Select(code => new Topic(code, Text(code))).ToValueList(),
            questions,
            blueprint ?? [new BlueprintLine("t", null, 4)],
            paper ?? new PaperRules(20, 30, shuffleQuestions, shuffleChoices),
            division);
    }

    public static RoundRules Round(
        short number = 1,
        int limit = 2,
        Counting counts = Counting.Best,
        ValueList<(long Opens, long Closes)>? windows = null,
        ValueList<RankingKey>? chain = null,
        SealedSet? set = null,
        AttemptRules? attempts = null) => new(
            Contest: 1,
            number,
            windows ?? [(Opens, Closes)],
            Duration: 20 * Minute,
            Grace: 30_000,
            attempts ?? new AttemptRules(limit, counts),
            chain ?? UsualChain,
            ContestChain,
            [set ?? Set()],
            Zone);

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>A moment written as "2023-10-23 07:30" in Hải Phòng.</summary>
    public static long At(string text) => Local(text).In(Zone).ToUnixTimeMilliseconds();

    public static Question Number(string code, decimal value, decimal tolerance = 0) =>
        Question(code) with { Choices = [], Number = new NumberAnswer(value, tolerance) };

    public static Question Essay(string code, int words = 100) => Question(code) with { Choices = [], Essay = new EssayAnswer(words) };

    public static ContestantId Contestant(int number) => new(new Guid(number, 0, 0, new byte[8]));

    public static AttemptId Attempt(int contestant, short ordinal = 1, short round = 1) => new(1, Contestant(contestant), round, ordinal);

    public static Standing Standing(
        int contestant,
        int score = 0,
        long time = 0,
        long submitted = 0,
        long? prediction = null,
        int correct = 0,
        int attempts = 1,
        int perfect = 0,
        long registered = 0,
        int unit = 1) => new(Contestant(contestant), 1, unit, registered, attempts, perfect, 1, score, correct, time, submitted, prediction);

    public static Prize Prize(string name, int? count) =>
        new(Text(name), count, Value: null, Amount: null, Pot: null, PrizeOrder.Ranking, Who: null, Conditions: null, Quotas: []);

    public static Unit Unit(string code, string? parent = null, int headcount = 10, string kind = "agency") =>
        new(code, parent, kind, Text(code), headcount);
}
