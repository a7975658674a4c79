using System.Buffers;
using System.Text;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Attempts.Pages;

/// <summary>A contest of one round with three questions, and an attempt in it.</summary>
internal static class Samples
{
    public const string Nasty = "</span><script>alert('x')</script>&\"";

    public static readonly Shell Shell = new("<!--head-->"u8.ToArray(), "<!--tail-->"u8.ToArray());

    public static readonly SealedSet Set = new(
        1,
        [new Topic("a", new LocalText("Chủ đề <A>", "Topic <A>"))],
        [
            Question("T-001", "Thủ đô của Việt Nam?", ("Huế", false), ("Hà Nội", true), ("Hải Phòng", false)),
            Question("T-002", Nasty, (Nasty, true), ("B & C", false)),
            Question("T-003", "Những thành phố nào?", ("Đà Nẵng", true), ("Cần Thơ", true), ("Hạ Long Bay", false), ("Mekong", false)),
        ],
        [new BlueprintLine("a", null, 3)],
        new PaperRules(20, 30, ShuffleQuestions: true, ShuffleChoices: true));

    public static readonly Contest Contest = new(
        "sample", new LocalText("Hội thi"), new LocalText("Hội thi"), new LocalText("Sở Nội vụ"), Summary: null, "Asia/Ho_Chi_Minh",
        null!, null!, new PaperRules(20, 30, true, true), new AttemptRules(2, Counting.Best),
        new PredictionRules(new LocalText("Bao nhiêu người?"), PredictionObject.Participants, PredictionScope.Round),
        new RankingRules([RankingKey.Score], [RankingKey.Score]),
        new PrizeRules([], [], PrizeLimit.OncePerRound, WinnersAtMost: null, BarredRounds: 0, Conditions: null, Substitutes: 0), null!,
        [
            new Round(
                1, new LocalText("Tuần 1", "Week 1"), Theme: null, [new SingleWindow(At(23, 7), At(27, 17))], "x.yaml", [new BlueprintLine("a", null, 3)],
                Practice: false, Live: false, null, null, null, null, null, []),
        ],
        [], [], [], [], [], [], []);

    public static RoundRules Rules => RoundRules.Of(Contest, 1, 1, [Set]);

    public static readonly AttemptId Id = new(1, ContestantId.Of(new byte[32], "sample", "someone"), 1, 1);

    public static Paper Paper => Paper.Draw(Set, Id);

    public static Attempt Attempt(AnswerSheet? answers = null) => new(
        Id, 1, 1, AttemptState.InProgress, Started: 1_698_000_000_000, Deadline: 1_698_001_200_000, answers ?? AnswerSheet.Blank(3), null, null);

    public static string PaperHtml(Attempt attempt, Language? language = null, SealedSet? set = null)
    {
        var chosen = language ?? Language.Vietnamese;
        var frame = new PaperFrame(Shell, chosen, Contest, Rules);
        return Html(output => PaperPage.Write(output, frame, new EncodedSet(set ?? Set, chosen), Paper with { Set = set ?? Set }, attempt, 1_100_000));
    }

    public static string Html(Action<IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Question Question(string code, string text, params (string Text, bool Right)[] choices) => new(
        code, "a", Difficulty.Easy, new LocalText(text), choices.Select(c => new Choice(new LocalText(c.Text), c.Right)).ToValueList(),
        new LocalText("Vì <thế>"), "Điều 1");

    private static LocalDateTime At(int day, int hour) => new(new DateTime(2023, 10, day, hour, 30, 0));
}
