using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Units;
using HoiThi.Formats.Contests;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// A small contest: two weeks, papers of five questions out of twelve (two of them with several right choices), two
/// attempts of 20 minutes with a grace of 30 seconds, a prediction, prizes 1/2/3/5.
/// </summary>
internal static class TestContest
{
    public const string Slug = "thu-nghiem";
    public const string Password = "CCHC-2030";
    public const int PaperLength = 5;
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Monday of week 1, an hour after its round opened.</summary>
    public static DateTimeOffset Week1 { get; } = new(2030, 3, 4, 9, 0, 0, Vietnam);

    /// <summary>The end of the only window of week 1.</summary>
    public static DateTimeOffset Week1Closes { get; } = new(2030, 3, 8, 17, 0, 0, Vietnam);

    /// <summary>Within the first of the two windows of week 2.</summary>
    public static DateTimeOffset Week2 { get; } = new(2030, 3, 11, 9, 0, 0, Vietnam);

    /// <summary>After everything.</summary>
    public static DateTimeOffset After { get; } = new(2030, 3, 20, 9, 0, 0, Vietnam);

    public static ContestBundle Bundle { get; } = new(
        Definition(),
        [
            new Unit("so-a", null, "agency", new("Sở A", "Department A"), 40),
            new Unit("phong-a1", "so-a", "agency", new("Phòng A1"), 10),
            new Unit("so-b", null, "agency", new("Sở B"), 20),
            new Unit("quan-1", null, "district", new("Quận 1"), 30),
            new Unit("phuong-1", "quan-1", "district", new("Phường 1"), 0),
            new Unit("doi-tac", null, "partner", new("Đối tác"), 5),
        ],
        [Bank(1), Bank(2)],
        [
            File("pages/the-le.md", "# Thể lệ\n\nMỗi người **hai lượt**."),
            File("documents/ke-hoach.pdf", "%PDF-1.4 plan"),
        ]);

    public static ContestFile File(string path, string content) => new(path, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)));

    private static Contest Definition() => new(
        Slug,
        new("Hội thi thử nghiệm", "Test contest"),
        new("Thử nghiệm"),
        new("Sở Thử nghiệm"),
        null,
        "Asia/Ho_Chi_Minh",
        new UnitRules(
            "units.csv",
            [new("city", new("Thành phố")), new("district", new("Quận"))],
            [new("agency", new("Sở"), "city"), new("district", new("Quận"), "district"), new("partner", new("Đối tác"), "city", Eligible: false)],
            [],
            [new(["agency"], [], 70)]),
        new RegistrationRules(
            Password,
            JoinMethod.Open,
            "citizen-id",
            new("Tôi đồng ý."),
            [
                Field("full-name", FieldType.FullName, "Họ và tên"),
                Field("citizen-id", FieldType.CitizenId, "Số căn cước công dân"),
                Field("phone", FieldType.Phone, "Số điện thoại"),
                Field("email", FieldType.Email, "Email"),
                Field("birth-date", FieldType.BirthDate, "Ngày sinh"),
                Field("sex", FieldType.Sex, "Giới tính"),
                Field("unit", FieldType.Unit, "Đơn vị"),
                Field("post", FieldType.Choice, "Chức danh", required: false) with { Options = [new("Lãnh đạo"), new("Chuyên viên")] },
            ],
            MinAge: null, MaxAge: null, AgeOn: null, Provider: null),
        new PaperRules(20, 30, ShuffleQuestions: true, ShuffleChoices: true),
        new AttemptRules(2, Counting.Best),
        new PredictionRules(new("Có bao nhiêu người đúng tất cả?"), PredictionObject.PerfectPeople, PredictionScope.Round),
        new RankingRules(
            [RankingKey.Score, RankingKey.Prediction, RankingKey.Time, RankingKey.Submitted],
            [RankingKey.Score, RankingKey.Time, RankingKey.Submitted]),
        new PrizeRules(
            [Prize("Giải Nhất", 1), Prize("Giải Nhì", 2), Prize("Giải Ba", 3), Prize("Giải Khuyến khích", 5)],
            [],
            PrizeLimit.OncePerRound, WinnersAtMost: null, BarredRounds: 0, Conditions: null, Substitutes: 0),
        new PublicationRules(Moment.AtOnce, Moment.AfterRound, Moment.AtOnce),
        [
            Round(1, Window(4, 8, 0, 8, 17, 0)),
            Round(2, Window(11, 8, 0, 11, 12, 0), Window(12, 8, 0, 12, 12, 0)),
        ],
        Divisions: [],
        Lists: [],
        Collective: [],
        [new("cong", new("Cổng thông tin")), new("qr", new("Mã QR"))],
        [new("rules", new("Thể lệ"), "pages/the-le.md")],
        [new(new("Kế hoạch"), "documents/ke-hoach.pdf")],
        []);

    private static RegistrationField Field(string code, FieldType type, string label, bool required = true) => new(code, type, new(label), null, required, []);

    private static Prize Prize(string name, int count) =>
        new(new(name), count, Value: null, Amount: null, Pot: null, PrizeOrder.Ranking, Who: null, Conditions: null, Quotas: []);

    private static Round Round(int number, params CalendarEntry[] calendar) => new(
        number, new($"Tuần {number}"), null, [.. calendar], $"questions/tuan-{number}.yaml",
        [new BlueprintLine("chung", Difficulty.Easy, 3), new BlueprintLine("chung", null, PaperLength - 3)],
        Practice: false, Live: false, null, null, null, null, null, []);

    private static SingleWindow Window(int day, int hour, int minute, int lastDay, int lastHour, int lastMinute) => new(
        new(new DateTime(2030, 3, day, hour, minute, 0)), new(new DateTime(2030, 3, lastDay, lastHour, lastMinute, 0)));

    /// <summary>Questions whose explanations and right choices cannot be mistaken for anything else in a page.</summary>
    private static QuestionBank Bank(int round) => new(
        [new Topic("chung", new("Chung"))],
        Enumerable.Range(1, 12).Select(number => new Question(
            $"R{round}-{number:000}",
            "chung",
            number <= 8 ? Difficulty.Easy : Difficulty.Hard,
            new($"Câu hỏi {round}.{number}?"),
            Enumerable.Range(0, 4).Select(choice => new Choice(
                new($"Phương án {round}.{number}.{(char)('a' + choice)}"), choice == number % 4 || (number > 10 && choice == 2))).ToValueList(),
            new($"Giải thích cho câu {round}.{number}"),
            $"Điều {number}")).ToValueList());
}
