using System.Collections.Frozen;
using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Statistics;
using HoiThi.Core.Units;
using HoiThi.Server.Contestants.Pages;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Results.Pages;
using HoiThi.Server.Units.Pages;

namespace HoiThi.Server.Tests.Contests.Pages;

/// <summary>What each page shows, of the sample contest in its second week.</summary>
internal static class SampleViews
{
    private static readonly (string Name, string Unit, string? Above)[] People =
    [
        ("Nguyễn Thị Thanh Huyền", "Chi cục Văn thư - Lưu trữ", "Sở Nội vụ"),
        ("Phạm Quang Vinh", "UBND phường Máy Tơ", "UBND quận Ngô Quyền"),
        ("Đoàn Thị Ngọc Ánh", "Bảo hiểm xã hội thành phố", null),
        ("Công Tằng Tôn Nữ Nguyễn Hoàng Phương Quỳnh Anh", "Chi cục Quản lý chất lượng nông lâm sản và thủy sản", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Lê Văn Tám", "UBND huyện Vĩnh Bảo", null),
    ];

    public static ContestHomeView Home(DateTimeOffset? now = null, bool joined = false)
    {
        var at = now ?? SampleContest.Week2;
        var status = ContestStatus.At(SampleContest.Contest, at);
        return new ContestHomeView(
            SampleContest.Contest,
            status,
            at,
            joined,
            LiveFigures.Of(SampleUnits.Table(SampleUnits.Tree()), at),
            status.Rounds.Select(round => new WeekCard(round, round.Round.Number == 1 && round.State == RoundState.Closed, round.State == RoundState.Upcoming ? 0 : 5_000 - (round.Round.Number * 411))).ToValueList(),
            status[1].State == RoundState.Closed ? new RoundPrizes(SampleContest.Contest.Rounds[0], Winners()) : null,
            [
                new DocumentFile(new("Kế hoạch 274/KH-UBND (tóm tắt)"), "/files/ke-hoach.pdf", "pdf", 1_234_567),
                new DocumentFile(new("Tài liệu ôn tập tuần 2: thủ tục hành chính và cơ chế một cửa, một cửa liên thông"), "/files/on-tap.docx", "docx", 640_321),
            ],
            "https://hoithi.haiphong.gov.vn/competition/hai-phong-cchc-2023");
    }

    public static StandingsView Standings(StandingsState state = StandingsState.Official, int round = 1, string query = "") => new(
        SampleContest.Contest,
        round,
        RoundTab.Of(ContestStatus.At(SampleContest.Contest, SampleContest.Week2)),
        state,
        SampleContest.Week2,
        6_112,
        state == StandingsState.Official ? 1_127 : null,
        state == StandingsState.Official ? Winners() : [],
        Enumerable.Range(1, 50).Select(Line).ToValueList(),
        1,
        12,
        query,
        ScoreBands.Of(20, [(20, 1_127), (19, 1_400), (17, 2_001), (15, 900), (12, 480), (8, 150), (3, 54)], 2));

    public static ParticipationView Participation(ParticipationFilter? filter = null, UnitTree? tree = null, bool live = true)
    {
        tree ??= SampleUnits.Tree();
        return new ParticipationView(
            SampleContest.Contest,
            live ? 2 : 1,
            RoundTab.Of(ContestStatus.At(SampleContest.Contest, SampleContest.Week2)),
            live,
            SampleContest.Week2,
            SampleUnits.Table(tree, live ? 0.5 : 1),
            tree,
            filter ?? ParticipationFilter.None);
    }

    public static JoinView Join(JoinTry? tried = null, bool returning = false, bool over = false) => new(
        SampleContest.Contest, over, Groups(SampleUnits.Tree()), [new HiddenField(JoinFields.From, "so-noi-vu")], returning ? JoinStep.Return : JoinStep.First, tried);

    public static JoinTry Wrong { get; } = new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["full-name"] = "Nguyễn \"Thị\" <b>Huyền</b>",
            ["citizen-id"] = "0311",
            ["phone"] = "0912 345 678",
            ["unit"] = "chi-cuc-van-thu",
            ["sex"] = "female",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        [
            new FieldError("citizen-id-length", "citizen-id", new("Số căn cước công dân có 12 chữ số; bạn đã nhập 4.", "A citizen ID has 12 digits.")),
            new FieldError("password", JoinFields.Password, new("Mật khẩu hội thi chưa đúng.", "The contest password is wrong.")),
            new FieldError("consent", JoinFields.Consent, new("Cần đồng ý để đăng ký.", "Please agree to register.")),
        ]);

    public static StandingLine Line(int place)
    {
        var (name, unit, above) = People[place % People.Length];
        return new StandingLine(
            place,
            name,
            new(unit),
            above is null ? null : new(above),
            2_000,
            20,
            20,
            1_127 + (place * 3),
            place * 3,
            372_418 + (place * 8_111),
            SampleContest.Week2.AddMinutes(-place * 37),
            place == 2 ? new("Cùng 20 điểm; dự đoán lệch 6, người trên lệch 3.") : null);
    }

    private static ValueList<WinnerLine> Winners() =>
        SampleContest.Contest.Prizes.Round.SelectMany(prize => Enumerable.Repeat(prize.Name, prize.Count!.Value))
            .Select((prize, index) => new WinnerLine(prize, Line(index + 1))).ToValueList();

    private static ValueList<UnitGroup> Groups(UnitTree tree) => tree.TopLevel
        .Select(top => new UnitGroup(tree[top].Name, tree.SubtreeOf(top).ToArray().Select(number => new UnitOption(tree[number].Code, tree[number].Name)).ToValueList()))
        .ToValueList();
}
