namespace HoiThi.Core.Attempts;

/// <summary>Time that one contestant has more than the others, for instance because of a disability.</summary>
/// <param name="Percent">Longer by so much of a paper's time, 0–400.</param>
/// <param name="Minutes">And by so many minutes, 0–240.</param>
public readonly record struct ExtraTime(short Percent, short Minutes)
{
    /// <summary>The largest <see cref="Percent"/>.</summary>
    public const short MostPercent = 400;

    /// <summary>The largest <see cref="Minutes"/>.</summary>
    public const short MostMinutes = 240;

    /// <summary>What an attempt of <paramref name="duration"/> milliseconds gets in addition, in milliseconds.</summary>
    public long Of(long duration) => (duration * Percent / 100) + (Minutes * 60_000L);
}
