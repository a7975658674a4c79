using System.Text.Json;
using HoiThi.Core.Contests;
using HoiThi.Core.Search;

namespace HoiThi.Server.Demo;

/// <summary>One made-up contestant. Names are put together from common parts; numbers are from ranges nobody has.</summary>
internal sealed record DemoPerson(string Name, string CitizenId, int Unit, double Ability, string PrivateJson, int Portal, int Seed)
{
    private static readonly string[] Families =
    [
        "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Phạm", "Hoàng", "Vũ", "Vũ", "Đặng", "Bùi", "Bùi",
        "Đỗ", "Đỗ", "Ngô", "Đoàn", "Lương", "Đào", "Mai", "Cao", "Tô", "Phùng", "Khúc", "Lưu", "Đinh",
    ];

    private static readonly string[] Middles =
        ["Thị", "Thị Thanh", "Thị Ngọc", "Thị Thu", "Thị Hồng", "Văn", "Đức", "Quang", "Hữu", "Xuân", "Minh", "Ngọc", "Thành", "Công", "Anh", "Bá", "Thị Bích", "Thị Phương", "Việt"];

    private static readonly string[] Women =
        ["Huyền", "Hương", "Lan", "Hà", "Hằng", "Thảo", "Trang", "Linh", "Nga", "Ánh", "Yến", "Quyên", "Oanh", "Loan", "Dung", "Nhung", "Vân", "Hạnh", "Thủy", "Mai"];

    private static readonly string[] Men =
        ["Hùng", "Dũng", "Tuấn", "Cường", "Vinh", "Hải", "Nam", "Long", "Sơn", "Thắng", "Hiếu", "Trung", "Phong", "Tùng", "Khánh", "Đạt", "Quân", "Bình", "Toàn", "Khoa"];

    public static DemoPerson Make(Random random, string slug, int unit, int number)
    {
        var middle = Middles[random.Next(Middles.Length)];
        var woman = middle.StartsWith("Thị", StringComparison.Ordinal);
        var given = woman ? Women[random.Next(Women.Length)] : Men[random.Next(Men.Length)];
        var name = $"{Families[random.Next(Families.Length)]} {middle} {given}";
        var born = random.Next(65, 100);
        var id = $"031{(woman ? 1 : 0)}{born:00}{unit:000}{number:000}";
        var email = $"{SearchText.Fold(name).Replace(' ', '.')}.{unit}.{number}@example.vn";
        var data = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["citizen-id"] = id,
            ["phone"] = $"+8490{unit % 1000:000}{number % 10_000:0000}",
            ["email"] = email,
        });
        return new DemoPerson(name, id, unit, 0.62 + (Math.Pow(random.NextDouble(), 0.7) * 0.385), data, random.Next(10), (unit * 1_000) + number);
    }

    /// <summary>Through which portal this person came, or null for none.</summary>
    public string? Entrance(Contest contest) => Portal < contest.Entrances.Count ? contest.Entrances[Portal].Code : null;
}
