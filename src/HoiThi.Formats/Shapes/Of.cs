using HoiThi.Core.Contests;

namespace HoiThi.Formats.Shapes;

/// <summary>The shapes that the definitions of records are made of.</summary>
internal static class Of
{
    /// <summary>A name in addresses and files: lower-case letters, digits and single hyphens, 1–60.</summary>
    public static CodeShape Code { get; } = new(1, 60, "^[a-z0-9]+(-[a-z0-9]+)*", "1–60 of a–z, 0–9 and single hyphens");

    /// <summary>A contest's name in addresses: as <see cref="Code"/>, but 3–60.</summary>
    public static CodeShape Slug { get; } = new(3, 60, "^[a-z0-9]+(-[a-z0-9]+)*", "3–60 of a–z, 0–9 and single hyphens");

    /// <summary>A number that people give to questions and units, such as T1-017 or 000.00.19.H24.</summary>
    public static CodeShape Mark { get; } = new(1, 60, "^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*", "1–60 of A–Z, a–z, 0–9 and single . _ -");

    /// <summary>A file below the contest's folder, with slashes: no way up, no drive, no hidden file.</summary>
    public static CodeShape File { get; } = new(
        1,
        200,
        @"^[^\s./\\:*?""<>|\u0000-\u001f][^/\\:*?""<>|\u0000-\u001f]*(/[^\s./\\:*?""<>|\u0000-\u001f][^/\\:*?""<>|\u0000-\u001f]*)*",
        "a file within the contest's folder, as in pages/rules.md");

    /// <summary>Yes or no.</summary>
    public static FlagShape Flag { get; } = new();

    /// <summary>A day.</summary>
    public static DateShape Date { get; } = new();

    /// <summary>A minute of a day.</summary>
    public static MinuteShape Minute { get; } = new();

    /// <summary>A time of day, in minutes from 00:00.</summary>
    public static TimeOfDayShape TimeOfDay { get; } = new(endOfDay: false);

    /// <summary>A time of day that may be its end, 24:00.</summary>
    public static TimeOfDayShape EndOfDay { get; } = new(endOfDay: true);

    /// <summary>A moment that comes once a day.</summary>
    public static ClockShape Clock { get; } = new();

    /// <summary>Days of the week.</summary>
    public static DaysShape Days { get; } = new();

    /// <summary>A sum of money in đồng.</summary>
    public static NumberShape<long> Amount { get; } = new(1, 1_000_000_000_000);

    /// <summary>A text in one or two languages.</summary>
    public static ShorthandShape<LocalText, string> LocalText { get; } = new(
        "text",
        "a text of 1–5,000 characters, or one each for vi and en",
        Text(5000),
        new RecordShape<LocalText>("texts", flow: true)
            .Required("vi", text => text.Vi, Text(5000), "The text in Vietnamese.")
            .Optional("en", text => text.En, Text(5000), "The text in English; without it the Vietnamese stands for both."),
        word => new LocalText(word),
        text => text.En is null ? text.Vi : null);

    /// <summary>A text of 1 to <paramref name="maximum"/> characters.</summary>
    public static TextShape Text(int maximum) => new(maximum);

    /// <summary>A whole number from <paramref name="minimum"/> to <paramref name="maximum"/>.</summary>
    public static NumberShape<int> Number(int minimum, int maximum) => new(minimum, maximum);

    /// <summary>A list of <paramref name="minimum"/> to <paramref name="maximum"/> items, each on lines of its own.</summary>
    public static ListShape<T> List<T>(Shape<T> item, int minimum = 0, int maximum = 1000) => new(item, minimum, maximum, flow: false);

    /// <summary>A list of short items that is written on one line.</summary>
    public static ListShape<T> Line<T>(Shape<T> item, int minimum = 0, int maximum = 1000) => new(item, minimum, maximum, flow: true);
}
