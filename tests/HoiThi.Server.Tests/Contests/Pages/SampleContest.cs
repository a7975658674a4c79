using HoiThi.Core;
using HoiThi.Core.Contests;

namespace HoiThi.Server.Tests.Contests.Pages;

/// <summary>A contest of four weeks as pages show it.</summary>
internal static class SampleContest
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Within week 2: 09:49 on Wednesday, 1 November 2023.</summary>
    public static DateTimeOffset Week2 { get; } = new(2023, 11, 1, 9, 49, 5, Vietnam);

    public static Contest Contest { get; } = new(
        "hai-phong-cchc-2023",
        new("Tìm hiểu công tác cải cách hành chính trong cán bộ, công chức thành phố Hải Phòng năm 2023", "Hải Phòng officials' contest on administrative reform, 2023"),
        new("CCHC Hải Phòng 2023", "Hải Phòng PAR 2023"),
        new("Kế hoạch số 274/KH-UBND · UBND thành phố Hải Phòng · Sở Nội vụ thực hiện"),
        null,
        "Asia/Ho_Chi_Minh",
        Units,
        Registration,
        new PaperRules(20, 30, ShuffleQuestions: true, ShuffleChoices: true),
        new AttemptRules(2, Counting.Best),
        new PredictionRules(new("Tuần này có bao nhiêu người trả lời đúng tất cả?"), PredictionObject.PerfectPeople, PredictionScope.Round),
        new RankingRules(
            [RankingKey.Score, RankingKey.Prediction, RankingKey.Time, RankingKey.Submitted],
            [RankingKey.Score, RankingKey.Time, RankingKey.Submitted]),
        new PrizeRules(
            [
                Prize(new("Giải Nhất", "First prize"), 1, new("3.000.000 đồng")),
                Prize(new("Giải Nhì", "Second prize"), 2, new("2.000.000 đồng")),
                Prize(new("Giải Ba", "Third prize"), 3, null),
                Prize(new("Giải Khuyến khích", "Consolation prize"), 5, null),
            ],
            [],
            PrizeLimit.OncePerRound, WinnersAtMost: null, BarredRounds: 0, Conditions: null, Substitutes: 0),
        new PublicationRules(Moment.AtOnce, Moment.AfterRound, Moment.AtOnce),
        [
            Round(1, new DateTime(2023, 10, 23), "Chương trình tổng thể và cải cách thể chế"),
            Round(2, new DateTime(2023, 10, 30), "Thủ tục hành chính và cơ chế một cửa"),
            Round(3, new DateTime(2023, 11, 6), "Dịch vụ công trực tuyến và chính quyền số"),
            Round(4, new DateTime(2023, 11, 13), "Công vụ, tài chính công, văn thư và các chỉ số đánh giá"),
        ],
        Divisions: [],
        Lists: [],
        Collective: [],
        [
            new("cong-thanh-pho", new("Cổng thông tin điện tử thành phố")),
            new("so-noi-vu", new("Trang thông tin điện tử Sở Nội vụ")),
            new("don-vi", new("Trang của cơ quan, đơn vị")),
            new("qr", new("Mã QR", "QR code")),
        ],
        [new("rules", new("Thể lệ hội thi", "Rules"), "pages/the-le.md")],
        [],
        [
            new(new DateOnly(2023, 10, 30), new("Mở Tuần 2: thủ tục hành chính và cơ chế một cửa"), new("Từ 07 giờ 30 phút hôm nay đến 17 giờ 30 phút thứ Sáu.")),
            new(new DateOnly(2023, 10, 23), new("Khai mạc hội thi trực tuyến", "The contest opens"), new("Từ 07 giờ 30 phút hôm nay, cán bộ, công chức các cơ quan, đơn vị vào thi Tuần 1. Mỗi tuần có hai lượt, lấy lượt cao nhất.")),
        ]);

    private static UnitRules Units => new(
        "units.csv",
        [new("city", new("Cơ quan cấp thành phố", "City agencies")), new("central", new("Cơ quan Trung ương trên địa bàn", "Central agencies")), new("district", new("Quận, huyện và cấp xã", "Districts and communes"))],
        [
            new("city-agency", new("Cơ quan chuyên môn"), "city"),
            new("subordinate", new("Ban, chi cục trực thuộc"), "city"),
            new("central-agency", new("Cơ quan Trung ương"), "central"),
            new("district", new("UBND quận, huyện"), "district"),
            new("commune", new("UBND xã, phường, thị trấn"), "district"),
        ],
        [],
        [new(["city-agency", "subordinate", "district", "commune"], [], 70), new(["central-agency"], [], 50)]);

    private static RegistrationRules Registration => new(
        "cchc2023",
        JoinMethod.Open,
        "citizen-id",
        new("Tôi đồng ý để Ban Tổ chức dùng thông tin trên cho việc tổ chức hội thi, xét và trao giải."),
        [
            Field("full-name", FieldType.FullName, "Họ và tên", "Viết đầy đủ, có dấu, như trên căn cước công dân"),
            Field("citizen-id", FieldType.CitizenId, "Số căn cước công dân", "12 chữ số; dùng để nhận ra bạn ở các tuần sau"),
            Field("phone", FieldType.Phone, "Số điện thoại"),
            Field("email", FieldType.Email, "Email", required: false),
            Field("sex", FieldType.Sex, "Giới tính"),
            Field("birth-date", FieldType.BirthDate, "Ngày sinh"),
            Field("unit", FieldType.Unit, "Đơn vị công tác", "Gõ vài chữ, có dấu hoặc không dấu, rồi chọn trong danh sách"),
            Field("post", FieldType.Choice, "Chức danh") with { Options = [new("Lãnh đạo, quản lý"), new("Chuyên viên")] },
        ],
        MinAge: null, MaxAge: null, AgeOn: null, Provider: null);

    private static Prize Prize(LocalText name, int count, LocalText? value) =>
        new(name, count, value, Amount: null, Pot: null, PrizeOrder.Ranking, Who: null, Conditions: null, Quotas: []);

    private static RegistrationField Field(string code, FieldType type, string label, string? hint = null, bool required = true) =>
        new(code, type, new(label), hint is null ? null : new(hint), required, []);

    private static Round Round(int number, DateTime monday, string theme) => new(
        number,
        new($"Tuần {number}", $"Week {number}"),
        new(theme),
        [new SingleWindow(new(monday.AddHours(7.5)), new(monday.AddDays(4).AddHours(17.5)))],
        $"questions/tuan-{number}.yaml",
        [new BlueprintLine("topic", null, 20)],
        Practice: false, Live: false, null, null, null, null, null, []);
}
