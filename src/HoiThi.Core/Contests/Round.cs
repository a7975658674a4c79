namespace HoiThi.Core.Contests;

/// <summary>A scored period (đợt, tuần thi), open in one or more windows. A rule that is null is the division's or the contest's.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="Title">"Tuần 1".</param>
/// <param name="Theme">What the questions are about, or null.</param>
/// <param name="Calendar">When it is open, as the organisers write it.</param>
/// <param name="QuestionFile">The questions, relative to the contest's folder; null while they are not sealed yet.</param>
/// <param name="Blueprint">How many questions a paper draws from which topic and difficulty; empty: every question of the file.</param>
/// <param name="Practice">Whether it is for trying out: its attempts count nowhere and are wiped when it has closed.</param>
/// <param name="Live">
/// Whether everybody sits together (with <see cref="PaperRules.SecondsPerQuestion"/>): time runs from the window's opening
/// and not from the start of the attempt.
/// </param>
/// <param name="Paper">How its papers are made.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Prediction">What is guessed.</param>
/// <param name="Chain">Its chain.</param>
/// <param name="Prizes">Its prizes, best first.</param>
/// <param name="Divisions">What is different in it for a division.</param>
/// <param name="PublishHash">Whether the hash of its sealed questions is public before it opens.</param>
public sealed record Round(
    int Number,
    LocalText Title,
    LocalText? Theme,
    ValueList<CalendarEntry> Calendar,
    string? QuestionFile,
    ValueList<BlueprintLine> Blueprint,
    bool Practice,
    bool Live,
    PaperRules? Paper,
    AttemptRules? Attempts,
    PredictionRules? Prediction,
    ValueList<RankingKey>? Chain,
    ValueList<Prize>? Prizes,
    ValueList<RoundDivision> Divisions,
    bool PublishHash = false)
{
    /// <summary>When it is open, as the organisers write it.</summary>
    public ValueList<CalendarEntry> Calendar
    {
        get;
        init
        {
            // A copy with another calendar (<c>with</c>) must not keep the windows of the old one.
            field = value;
            Windows = WindowsOf(value);
        }
    } = Calendar;

    /// <summary>The windows in order and apart from each other; at least one.</summary>
    public ValueList<Window> Windows { get; private init; } = WindowsOf(Calendar);

    /// <summary>The start of the first window.</summary>
    public LocalDateTime Opens => Windows[0].Opens;

    /// <summary>The end of the last window.</summary>
    public LocalDateTime Closes => Windows[^1].Closes;

    // Two patterns can take turns, as Mondays with long hours and Saturdays with short ones.
    private static ValueList<Window> WindowsOf(ValueList<CalendarEntry> calendar) =>
        calendar.SelectMany(entry => entry.Windows()).OrderBy(window => window.Opens).ToValueList();
}

/// <summary>What is different in a round for a division; what is null is as in the round.</summary>
/// <param name="Division">The division's code.</param>
/// <param name="QuestionFile">Its questions.</param>
/// <param name="Blueprint">What its papers draw; empty: every question of the file.</param>
/// <param name="Paper">How its papers are made.</param>
/// <param name="Attempts">How many attempts there are.</param>
/// <param name="Prediction">What is guessed.</param>
/// <param name="Chain">Its chain.</param>
/// <param name="Prizes">Its prizes, best first.</param>
public sealed record RoundDivision(
    string Division,
    string? QuestionFile,
    ValueList<BlueprintLine>? Blueprint,
    PaperRules? Paper,
    AttemptRules? Attempts,
    PredictionRules? Prediction,
    ValueList<RankingKey>? Chain,
    ValueList<Prize>? Prizes);

/// <summary>A line of a round's calendar: one window, or a weekly pattern of windows.</summary>
public abstract record CalendarEntry
{
    /// <summary>The windows it stands for, in order.</summary>
    public abstract IEnumerable<Window> Windows();

    /// <summary>The entry moved by whole days; a pattern moved by other than weeks changes its days of the week.</summary>
    public abstract CalendarEntry MovedByDays(int days);
}

/// <summary>One window.</summary>
/// <param name="Opens">The first moment.</param>
/// <param name="Closes">The moment after the last; later than <paramref name="Opens"/>.</param>
public sealed record SingleWindow(LocalDateTime Opens, LocalDateTime Closes) : CalendarEntry
{
    /// <inheritdoc/>
    public override IEnumerable<Window> Windows() => [new Window(Opens, Closes)];

    /// <inheritdoc/>
    public override CalendarEntry MovedByDays(int days) => new SingleWindow(Opens.PlusDays(days), Closes.PlusDays(days));
}

/// <summary>Windows at the same hours on the same days of the week.</summary>
/// <param name="Days">The days of the week, Monday first.</param>
/// <param name="From">The first day, included.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Opens">The time of day, in minutes from 00:00, 0–1,439.</param>
/// <param name="Closes">The time of day after the last moment, in minutes from 00:00, up to 1,440 (24:00); not after
/// <paramref name="Opens"/>, it is on the next day.</param>
/// <param name="Except">Days left out, as holidays.</param>
public sealed record WeeklyPattern(
    ValueList<DayOfWeek> Days,
    DateOnly From,
    DateOnly Until,
    int Opens,
    int Closes,
    ValueList<DateOnly> Except) : CalendarEntry
{
    /// <inheritdoc/>
    public override IEnumerable<Window> Windows()
    {
        for (var day = From; day <= Until; day = day.AddDays(1))
        {
            if (Days.Contains(day.DayOfWeek) && !Except.Contains(day))
            {
                var midnight = day.ToDateTime(TimeOnly.MinValue);
                var closes = Closes > Opens ? Closes : Closes + 1440;
                yield return new Window(new LocalDateTime(midnight.AddMinutes(Opens)), new LocalDateTime(midnight.AddMinutes(closes)));
            }
        }
    }

    /// <inheritdoc/>
    public override CalendarEntry MovedByDays(int days) => this with
    {
        Days = Days.Select(day => (DayOfWeek)((((int)day + days) % 7 + 7) % 7)).OrderBy(day => ((int)day + 6) % 7).ToValueList(),
        From = From.AddDays(days),
        Until = Until.AddDays(days),
        Except = Except.Select(day => day.AddDays(days)).ToValueList(),
    };
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
/// <param name="Point">Hundredths of a point for each of them, or null for the paper's; a question's own points come first.</param>
public sealed record BlueprintLine(string Topic, Questions.Difficulty? Difficulty, int Count, int? Point = null);
