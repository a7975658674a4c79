using HoiThi.Core;
using HoiThi.Core.Participation;
using HoiThi.Core.Units;

namespace HoiThi.Server.Tests.Contests.Pages;

/// <summary>Units with shares from 0 to 100 %, more than the headcount and without headcount among them.</summary>
internal static class SampleUnits
{
    private static readonly string[] Departments =
    [
        "Sở Nội vụ", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Xây dựng", "Sở Giao thông vận tải", "Sở Tài nguyên và Môi trường",
        "Sở Thông tin và Truyền thông", "Sở Văn hóa và Thể thao", "Sở Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế",
        "Sở Lao động - Thương binh và Xã hội", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Công Thương", "Sở Khoa học và Công nghệ",
        "Sở Tư pháp", "Sở Ngoại vụ", "Thanh tra thành phố", "Ban Quản lý Khu kinh tế Hải Phòng",
    ];

    private static readonly string[] Central = ["Bảo hiểm xã hội thành phố", "Công an thành phố", "Cục Thuế", "Cục Hải quan"];

    private static readonly string[] Districts =
    [
        "UBND quận Hồng Bàng", "UBND quận Ngô Quyền", "UBND quận Lê Chân", "UBND quận Kiến An", "UBND quận Hải An", "UBND quận Đồ Sơn",
        "UBND quận Dương Kinh", "UBND huyện An Dương", "UBND huyện An Lão", "UBND huyện Bạch Long Vĩ", "UBND huyện Cát Hải",
        "UBND huyện Kiến Thụy", "UBND huyện Thủy Nguyên", "UBND huyện Tiên Lãng", "UBND huyện Vĩnh Bảo",
    ];

    /// <summary>
    /// 38 units at the top and <paramref name="below"/> below each district, which makes some hundreds of them.
    /// </summary>
    public static UnitTree Tree(int below = 14)
    {
        var units = new List<Unit>();
        for (var index = 0; index < Departments.Length; index++)
        {
            units.Add(new Unit($"so-{index}", null, "city-agency", new(Departments[index]), index == 18 ? 0 : 40 + (index * 17 % 90)));
        }

        units.Add(new Unit("chi-cuc-van-thu", "so-0", "subordinate", new("Chi cục Văn thư - Lưu trữ"), 21));
        units.Add(new Unit("ban-ton-giao", "so-0", "subordinate", new("Ban Tôn giáo"), 15));
        units.AddRange(Central.Select((name, index) => new Unit($"tw-{index}", null, "central-agency", new(name), 300 + (index * 211))));
        for (var index = 0; index < Districts.Length; index++)
        {
            units.Add(new Unit($"qh-{index}", null, "district", new(Districts[index]), 90 + (index * 13 % 60)));
            units.AddRange(Enumerable.Range(1, below).Select(number =>
                new Unit($"qh-{index}-{number}", $"qh-{index}", "commune", new($"UBND phường số {number}, {Districts[index][5..]}"), 18 + (number % 7))));
        }

        return new UnitTree([.. units]);
    }

    /// <summary>Participation of all of them.</summary>
    public static ParticipationTable Table(UnitTree tree, double elapsed = 0.5) => ParticipationTable.Of(
        SampleContest.Contest.Units,
        tree,
        Enumerable.Range(1, tree.Count).Select(number => KeyValuePair.Create(number, TallyOf(number, tree[number].Headcount))),
        new OpenTime((long)(elapsed * 1_000_000), 1_000_000));

    private static Tally TallyOf(int number, int headcount)
    {
        var people = number switch
        {
            2 => 0,
            3 => headcount,
            5 => headcount + 3,
            _ => headcount * (15 + (number * 37 % 83)) / 100,
        };
        return new Tally(people, people * 8 / 5, people / 7, people / 7, people * (1_500L + (number * 31 % 450)));
    }
}
