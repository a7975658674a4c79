namespace HoiThi.Core.Contests;

/// <summary>A scored period (đợt, tuần thi), open in one or more windows.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="Title">"Tuần 1".</param>
/// <param name="Theme">What the questions are about, or null.</param>
/// <param name="Windows">When it is open, in order and apart from each other; at least one.</param>
/// <param name="QuestionFile">The questions, relative to the contest's folder.</param>
/// <param name="Blueprint">How many questions a paper draws from which topic and difficulty.</param>
public sealed record Round(
    int Number,
    LocalText Title,
    LocalText? Theme,
    ValueList<Window> Windows,
    string QuestionFile,
    ValueList<BlueprintLine> Blueprint)
{
    /// <summary>The start of the first window.</summary>
    public LocalDateTime Opens => Windows[0].Opens;

    /// <summary>The end of the last window.</summary>
    public LocalDateTime Closes => Windows[^1].Closes;

    /// <summary>How many questions a paper has.</summary>
    public int QuestionCount => Blueprint.Sum(line => line.Count);
}

/// <summary>A span of time in which attempts can be started; includes its start and excludes its end.</summary>
/// <param name="Opens">The first moment.</param>
/// <param name="Closes">The moment after the last; later than <paramref name="Opens"/>.</param>
public sealed record Window(LocalDateTime Opens, LocalDateTime Closes);

/// <summary>A date and time to the minute in the contest's own zone, as organisers write it; 24:00 is the next day's 00:00.</summary>
/// <param name="Value">The wall clock, without a kind.</param>
public readonly record struct LocalDateTime(DateTime Value) : IComparable<LocalDateTime>
{
    /// <summary>The moment this is in <paramref name="zone"/>.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => new(Value, zone.GetUtcOffset(Value));

    /// <summary>This, moved by whole days.</summary>
    public LocalDateTime PlusDays(int days) => new(Value.AddDays(days));

    /// <inheritdoc/>
    public int CompareTo(LocalDateTime other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left is earlier.</summary>
    public static bool operator <(LocalDateTime left, LocalDateTime right) => left.Value < right.Value;

    /// <summary>Whether the left is later.</summary>
    public static bool operator >(LocalDateTime left, LocalDateTime right) => left.Value > right.Value;

    /// <summary>Whether the left is earlier or the same.</summary>
    public static bool operator <=(LocalDateTime left, LocalDateTime right) => left.Value <= right.Value;

    /// <summary>Whether the left is later or the same.</summary>
    public static bool operator >=(LocalDateTime left, LocalDateTime right) => left.Value >= right.Value;

    /// <summary>As in <c>2023-10-23 07:30</c>.</summary>
    public override string ToString() => Value.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One line of a blueprint (ma trận đề).</summary>
/// <param name="Topic">The code of a topic that questions of the round have.</param>
/// <param name="Difficulty">The difficulty to draw, or null for any.</param>
/// <param name="Count">How many questions, 1–100.</param>
public sealed record BlueprintLine(string Topic, Questions.Difficulty? Difficulty, int Count);
