using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Results.Pages;

/// <summary>Phrases of the standings.</summary>
public static class StandingWords
{
    /// <summary>A contestant's unit with those above it.</summary>
    public static string Place(this Language language, StandingLine line) =>
        line.Above is null ? language.Say(line.Unit) : $"{language.Say(line.Unit)}, {language.Say(line.Above)}";

    /// <summary>What a key of the chain puts first.</summary>
    public static string Key(this Language language, RankingKey key) => key switch
    {
        RankingKey.Score => language.Say("điểm cao hơn", "more points"),
        RankingKey.Correct => language.Say("nhiều câu đúng hơn", "more right answers"),
        RankingKey.Prediction => language.Say("dự đoán sát hơn", "the closer prediction"),
        RankingKey.Time => language.Say("thời gian làm bài ngắn hơn", "less time taken"),
        RankingKey.Submitted => language.Say("nộp bài sớm hơn", "the earlier submission"),
        RankingKey.Registered => language.Say("đăng ký sớm hơn", "the earlier registration"),
        RankingKey.Started => language.Say("vào thi sớm hơn", "the earlier start"),
        RankingKey.MoreAttempts => language.Say("nhiều lượt thi hơn", "more attempts"),
        RankingKey.Random => language.Say("bốc thăm", "a draw of lots"),
        RankingKey.FewerAttempts => language.Say("ít lượt thi hơn", "fewer attempts"),
        _ => language.Say("nhiều lượt đúng tất cả hơn", "more perfect attempts"),
    };

    /// <summary>A name, or what stands for one that is not published.</summary>
    public static string Name(this Language language, StandingLine line) =>
        line.Name.Length > 0 ? line.Name : language.Say("(không công bố tên)", "(name not published)");

    /// <summary>An amount in đồng: 1.000.000 đ.</summary>
    public static string Dong(this Language language, long amount) => language.Say($"{language.Number(amount)} đ", $"VND {language.Number(amount)}");

    /// <summary>What the results are worth.</summary>
    public static string StateWord(this Language language, StandingsState state) => state switch
    {
        StandingsState.Official => language.Say("✓ Chính thức", "✓ Official"),
        StandingsState.PrizesOpen => language.Say("✓ Thứ hạng chính thức", "✓ Places official"),
        StandingsState.Complaints => language.Say("Kết quả dự kiến", "Preliminary results"),
        StandingsState.Hidden => language.Say("Chưa công bố", "Not published"),
        StandingsState.Awaiting => language.Say("Đang chờ công bố", "Waiting to be published"),
        _ => language.Say("Tạm tính", "Provisional"),
    };

    /// <summary>The same as a sentence.</summary>
    public static string StateSentence(this Language language, StandingsState state, DateTime? complaintsUntil) => state switch
    {
        StandingsState.Official => language.Say("Kết quả cuối cùng, tính từ các bài đã nộp theo thể lệ.", "Final, computed from the submissions by the rules."),
        StandingsState.PrizesOpen => language.Say(
            "Thứ hạng là cuối cùng. Mỗi người chỉ nhận giải cao nhất, nên giải có thể chuyển cho người kế tiếp khi các đợt sau kết thúc.",
            "Places are final. A person keeps only the highest prize, so a prize may pass to the next in line as later rounds close."),
        StandingsState.Complaints => language.Say(
            $"Kết quả dự kiến, nhận khiếu nại đến {language.Moment(complaintsUntil!.Value)}.",
            $"Preliminary results; complaints are taken until {language.Moment(complaintsUntil!.Value)}."),
        StandingsState.Closed => language.Say("Đã đóng, đang tính kết quả cuối cùng.", "Closed; the final results are being computed."),
        _ => language.Say("Còn đang thi, thứ hạng còn thay đổi.", "Still open; places will change."),
    };

    /// <summary>A submission's moment to the second: 09:14:07 · 31/10.</summary>
    public static string Submission(this Language language, DateTime local) =>
        local.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + " · " + language.Day(local);
}
