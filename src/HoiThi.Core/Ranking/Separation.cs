using System.Globalization;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>Why one standing is above another: the first key of the chain in which they differ, and what each has there.</summary>
/// <param name="Key">The key; null where they agree in all and only the contestants' ids part them.</param>
/// <param name="Above">What the higher standing has (see <see cref="RankKey.ValueOf"/>); null where it has no prediction.</param>
/// <param name="Below">What the lower standing has; null where it has no prediction.</param>
public readonly record struct Separation(RankingKey? Key, long? Above, long? Below)
{
    /// <summary>What parts <paramref name="above"/> from <paramref name="below"/>.</summary>
    /// <param name="chain">The chain they are ranked by.</param>
    /// <param name="above">The higher standing.</param>
    /// <param name="below">The lower standing.</param>
    /// <param name="truth">What predictions are held against; null while nobody knows, which leaves that key out.</param>
    public static Separation Between(ValueList<RankingKey> chain, Standing above, Standing below, long? truth)
    {
        foreach (var key in chain)
        {
            if (key == RankingKey.Prediction && truth is null)
            {
                continue;
            }

            var (higher, lower) = (RankKey.ValueOf(key, above, truth), RankKey.ValueOf(key, below, truth));
            if (higher != lower)
            {
                return new Separation(key, higher, lower);
            }
        }

        return new Separation(null, null, null);
    }

    /// <summary>The reason as a phrase: "dự đoán đúng hơn: lệch 3 so với 5".</summary>
    /// <param name="zone">The contest's zone, for moments.</param>
    public LocalText Describe(TimeZoneInfo zone)
    {
        var (above, below) = (Above, Below);
        return Key switch
        {
            null => new LocalText(
                "bằng nhau mọi tiêu chí; xếp theo mã thí sinh",
                "equal in everything; in the order of contestants' codes"),
            RankingKey.Score => Said("điểm cao hơn:", "more points:", Points),
            RankingKey.Correct => Said("đúng nhiều câu hơn:", "more right answers:", Count),
            RankingKey.Prediction => Said("dự đoán đúng hơn: lệch", "a closer prediction: off by", Distance),
            RankingKey.Time => Said("làm bài nhanh hơn:", "less time taken:", Duration),
            RankingKey.Submitted => Said("nộp bài sớm hơn:", "submitted earlier:", (value, _) => MomentText(value, zone)),
            RankingKey.Registered => Said("đăng ký sớm hơn:", "registered earlier:", (value, _) => MomentText(value, zone)),
            RankingKey.FewerAttempts => Said("ít lượt thi hơn:", "fewer attempts:", Count),
            RankingKey.PerfectAttempts => Said("nhiều lượt đúng hết hơn:", "more attempts with everything right:", Count),
            _ => throw new InvalidOperationException($"Unknown key {Key}."),
        };

        LocalText Said(string vi, string en, Func<long?, bool, string> show) => new(
            $"{vi} {show(above, false)} so với {show(below, false)}",
            $"{en} {show(above, true)} against {show(below, true)}");
    }

    private static string Count(long? value, bool english) => value!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Points(long? value, bool english) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value!.Value / 100}{(value.Value % 100 == 0 ? "" : $"{(english ? '.' : ',')}{value.Value % 100:00}")}");

    private static string Distance(long? value, bool english) =>
        value is not null ? Count(value, english) : english ? "no prediction" : "không dự đoán";

    private static string Duration(long? value, bool english)
    {
        var (minutes, seconds, milliseconds) = (value!.Value / 60_000, value.Value / 1_000 % 60, value.Value % 1_000);
        return english
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min {seconds:00}.{milliseconds:000} s")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes} phút {seconds:00},{milliseconds:000} giây");
    }

    private static string MomentText(long? value, TimeZoneInfo zone) => TimeZoneInfo
        .ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(value!.Value), zone)
        .ToString("HH:mm:ss.fff dd/MM/yyyy", CultureInfo.InvariantCulture);
}
