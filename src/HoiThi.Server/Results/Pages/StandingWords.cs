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
        RankingKey.FewerAttempts => language.Say("ít lượt thi hơn", "fewer attempts"),
        _ => language.Say("nhiều lượt đúng tất cả hơn", "more perfect attempts"),
    };

    /// <summary>A submission's moment to the second: 09:14:07 · 31/10.</summary>
    public static string Submission(this Language language, DateTime local) =>
        local.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + " · " + language.Day(local);
}
