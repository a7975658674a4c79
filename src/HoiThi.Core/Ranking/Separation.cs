using System.Globalization;
using HoiThi.Core.Contests;

namespace HoiThi.Core.Ranking;

/// <summary>Why one standing is above another: the first key of the chain in which they differ, and what each has there.</summary>
/// <param name="Key">The key; null where they agree in all and only the contestants' ids part them.</param>
/// <param name="Above">What the higher standing has (see <see cref="RankKey.ValueOf"/>); null where it has no prediction.</param>
/// <param name="Below">What the lower standing has; null where it has no prediction.</param>
/// <param name="Measure">Which of two predictions is the better one.</param>
public readonly record struct Separation(
    RankingKey? Key, long? Above, long? Below, PredictionMeasure Measure = PredictionMeasure.Distance)
{
    /// <summary>What parts <paramref name="above"/> from <paramref name="below"/>.</summary>
    /// <param name="chain">The chain they are ranked by.</param>
    /// <param name="above">The higher standing.</param>
    /// <param name="below">The lower standing.</param>
    /// <param name="revealed">What is known; a key that needs what is not is left out.</param>
    public static Separation Between(ValueList<RankingKey> chain, Standing above, Standing below, Revealed revealed)
    {
        foreach (var key in chain.Where(revealed.Decides))
        {
            var (higher, lower) = (RankKey.ValueOf(key, above, revealed), RankKey.ValueOf(key, below, revealed));
            if (higher != lower)
            {
                return new Separation(key, higher, lower, revealed.Measure);
            }
        }

        return new Separation(null, null, null);
    }

    /// <summary>The reason as a phrase: "dự đoán đúng hơn: lệch 3 so với lệch 5".</summary>
    /// <param name="zone">The contest's zone, for moments.</param>
    public LocalText Describe(TimeZoneInfo zone)
    {
        var (above, below, measure) = (Above, Below, Measure);
        return Key switch
        {
            null => new LocalText(
                "bằng nhau mọi tiêu chí; xếp theo mã thí sinh",
                "equal in everything; in the order of contestants' codes"),
            RankingKey.Score => Said("điểm cao hơn:", "more points:", Points),
            RankingKey.Correct => Said("đúng nhiều câu hơn:", "more right answers:", Count),
            RankingKey.Prediction => Said("dự đoán đúng hơn:", "a better prediction:", (value, english) => Guess(value, measure, english)),
            RankingKey.Time => Said("làm bài nhanh hơn:", "less time taken:", Duration),
            RankingKey.Submitted => Said("nộp bài sớm hơn:", "submitted earlier:", (value, _) => MomentText(value, zone)),
            RankingKey.Registered => Said("đăng ký sớm hơn:", "registered earlier:", (value, _) => MomentText(value, zone)),
            RankingKey.Started => Said("vào thi sớm hơn:", "started earlier:", (value, _) => MomentText(value, zone)),
            RankingKey.FewerAttempts => Said("ít lượt thi hơn:", "fewer attempts:", Count),
            RankingKey.MoreAttempts => Said("nhiều lượt thi hơn:", "more attempts:", Count),
            RankingKey.PerfectAttempts => Said("nhiều lượt đúng hết hơn:", "more attempts with everything right:", Count),
            RankingKey.Random => Said("số thăm nhỏ hơn:", "the smaller lot:", Lot),
            _ => throw new InvalidOperationException($"Unknown key {Key}."),
        };

        LocalText Said(string vi, string en, Func<long?, bool, string> show) => new(
            $"{vi} {show(above, false)} so với {show(below, false)}",
            $"{en} {show(above, true)} against {show(below, true)}");
    }

    private static string Count(long? value, bool english) => value!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Points(long? value, bool english)
    {
        var (whole, hundredths) = Math.DivRem(Math.Abs(value!.Value), 100);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(value < 0 ? "−" : "")}{whole}{(hundredths == 0 ? "" : $"{(english ? '.' : ',')}{hundredths:00}")}");
    }

    private static string Guess(long? value, PredictionMeasure measure, bool english) => (value, measure) switch
    {
        (null, _) => english ? "no prediction" : "không dự đoán",
        (Revealed.Missed, PredictionMeasure.NotAbove) => english ? "above it" : "vượt quá",
        (Revealed.Missed, _) => english ? "not exact" : "không trúng",
        (0, _) => english ? "exact" : "trúng",
        ({ } distance, _) => string.Create(CultureInfo.InvariantCulture, $"{(english ? "off by" : "lệch")} {distance}"),
    };

    private static string Lot(long? value, bool english) => value!.Value.ToString("x14", CultureInfo.InvariantCulture);

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
