using HoiThi.Core;

namespace HoiThi.Server.Manage.Setup;

/// <summary>A page of the set-up: the keys of <c>contest.yaml</c> that it edits.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Vi">Its title.</param>
/// <param name="En">Likewise in English.</param>
/// <param name="AboutVi">What it decides, in a sentence.</param>
/// <param name="AboutEn">Likewise in English.</param>
/// <param name="Keys">The keys at the top of the file.</param>
public sealed record SetupSection(string Name, string Vi, string En, string AboutVi, string AboutEn, ValueList<string> Keys)
{
    /// <summary>The pages in the order in which a contest is set up.</summary>
    public static ValueList<SetupSection> All { get; } =
    [
        new("general", "Thông tin chung", "General", "Tên, địa chỉ, đơn vị tổ chức, liên hệ và diện mạo.", "Name, address, organiser, contact and look.",
            ["slug", "title", "shortTitle", "organiser", "summary", "contact", "colour", "timeZone", "entrances"]),
        new("units", "Phân loại đơn vị", "Kinds of units", "Khối, loại đơn vị và tỷ lệ tham gia tối thiểu.", "Blocks, kinds and participation targets.", ["units"]),
        new("who", "Ai dự thi, đăng ký", "Who and joining", "Phiếu đăng ký, cách vào thi, danh sách người, bảng thi.", "The form, how people come in, lists of people, divisions.",
            ["registration", "lists", "divisions"]),
        new("rounds", "Các đợt thi", "Rounds", "Lịch, khung giờ, ma trận đề.", "Calendar, windows, blueprints.", ["rounds", "stages"]),
        new("paper", "Đề thi, cách chấm", "Paper", "Thời gian, điểm, đảo câu.", "Time, points, shuffling.", ["paper"]),
        new("attempts", "Lượt thi, dự đoán", "Attempts", "Mỗi người mấy lượt, tính lượt nào, câu dự đoán.", "How many, which counts, the prediction.", ["attempts", "prediction"]),
        new("ranking", "Xếp hạng", "Ranking", "Bằng điểm thì xét gì tiếp theo.", "What decides between equals.", ["ranking"]),
        new("prizes", "Giải cá nhân", "Prizes", "Cơ cấu giải mỗi đợt và chung cuộc.", "Prizes of each round and of the contest.", ["prizes", "jury"]),
        new("collective", "Giải tập thể", "Collective awards", "Nhóm đơn vị, điều kiện, cách tính điểm, giải.", "Groups, gates, measures, prizes.", ["collective"]),
        new("publication", "Công bố", "Publication", "Ai xem được gì, lúc nào.", "Who sees what, and when.", ["publication"]),
    ];

    /// <summary>The page of a name, or null.</summary>
    public static SetupSection? Find(string name) => All.FirstOrDefault(section => section.Name == name);

    /// <summary>The page that edits a value of a path, or null.</summary>
    public static SetupSection? Of(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        var key = end < 0 ? path : path[..end];
        return All.FirstOrDefault(section => section.Keys.Contains(key, StringComparer.Ordinal));
    }
}
