namespace HoiThi.Core.Participation;

/// <summary>How long the windows of a round (or of all rounds) have been open at a moment, and will have been in all.</summary>
/// <param name="Elapsed">Milliseconds open so far.</param>
/// <param name="Total">Milliseconds open in all.</param>
public readonly record struct OpenTime(long Elapsed, long Total)
{
    /// <summary>The open time at <paramref name="now"/>; nights between windows do not count.</summary>
    /// <param name="windows">Start included, end excluded, apart from each other, in milliseconds since 1970.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    public static OpenTime At(IEnumerable<(long Opens, long Closes)> windows, long now)
    {
        var time = default(OpenTime);
        foreach (var (opens, closes) in windows)
        {
            time = new OpenTime(time.Elapsed + Math.Clamp(now - opens, 0, closes - opens), time.Total + closes - opens);
        }

        return time;
    }

    /// <summary>
    /// How many people will have taken part at the end if they keep coming at the pace so far; null before any time
    /// has gone by and when all has.
    /// </summary>
    /// <param name="people">How many have taken part.</param>
    /// <param name="headcount">The most there can be; passed over where more have come already or it is 0.</param>
    public long? Forecast(long people, long headcount)
    {
        if (Elapsed <= 0 || Elapsed >= Total)
        {
            return null;
        }

        var forecast = (long)((((Int128)people * Total * 2) + Elapsed) / ((Int128)Elapsed * 2));
        return headcount == 0 ? forecast : Math.Max(people, Math.Min(forecast, headcount));
    }
}
