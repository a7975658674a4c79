using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Contests.Pages;

/// <summary>Phrases that several public pages say alike.</summary>
public static class Words
{
    /// <summary>A title within a sentence: "Vào thi tuần 2".</summary>
    public static string Within(this Language language, LocalText title)
    {
        var text = language.Say(title);
        return text.Length == 0 ? text : char.ToLower(text[0], language.Culture()) + text[1..];
    }

    /// <summary>Two days as a span: 23/10 – 27/10, or one where they are the same.</summary>
    public static string Days(this Language language, DateTime from, DateTime to) =>
        from.Date == to.Date ? language.Day(from) : $"{language.Day(from)} – {language.Day(to)}";

    /// <summary>What a countdown counts down to: "Tuần 2 đóng sau".</summary>
    public static string Countdown(this Language language, StatusChange change) => change.Kind switch
    {
        ChangeKind.RoundOpens => language.Say($"{change.Round.Title.Vi} mở sau", $"{change.Round.Title.In(true)} opens in"),
        ChangeKind.WindowOpens => language.Say($"{change.Round.Title.Vi} mở lại sau", $"{change.Round.Title.In(true)} opens again in"),
        ChangeKind.WindowCloses => language.Say($"{change.Round.Title.Vi} tạm đóng sau", $"{change.Round.Title.In(true)} pauses in"),
        _ => language.Say($"{change.Round.Title.Vi} đóng sau", $"{change.Round.Title.In(true)} closes in"),
    };

    /// <summary>A day with its year: 23/10/2023.</summary>
    public static string FullDay(this Language language, DateTime day) =>
        day.ToString(language.English ? "d MMM yyyy" : "dd/MM/yyyy", language.English ? language.Culture() : System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the contest's clock on the wall shows at a moment.</summary>
    public static DateTime Local(this Contest contest, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(contest.TimeZone)).DateTime;

    /// <summary>A snapshot's moment by the contest's clock: 14:32:05 ngày 01/11/2023.</summary>
    public static string Snapshot(this Language language, Contest contest, DateTimeOffset moment) => Snapshot(language, contest.Local(moment));

    private static string Snapshot(Language language, DateTime at) =>
        at.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + language.Say(" ngày ", ", ") + language.FullDay(at);

    /// <summary>A file's size: 640 KB; 1,2 MB.</summary>
    public static string Size(this Language language, long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => (bytes / 1_000m).ToString("0", language.Culture()) + " KB",
        < 1_000_000_000 => (bytes / 1_000_000m).ToString("0.0", language.Culture()) + " MB",
        _ => (bytes / 1_000_000_000m).ToString("0.0", language.Culture()) + " GB",
    };

    /// <summary>What a file is, by its extension.</summary>
    public static string FileKind(string extension) => extension.ToUpperInvariant() switch
    {
        "DOC" or "DOCX" => "Word",
        "XLS" or "XLSX" => "Excel",
        "PPT" or "PPTX" => "PowerPoint",
        var other => other,
    };

    /// <summary>20 câu · 20 phút · 2 lượt, lấy lượt cao nhất · 1 câu dự đoán.</summary>
    public static string Facts(this Language language, Contest contest, Round round)
    {
        var rules = ContestRules.Of(contest, round.Number, division: 0);
        var facts = new List<string>();
        if (rules.Blueprint.Sum(line => line.Count) is > 0 and var questions)
        {
            facts.Add(language.Say($"{questions} câu hỏi", $"{questions} questions"));
        }

        facts.Add(rules.Paper.SecondsPerQuestion is { } seconds
            ? language.Say($"{seconds} giây một câu", $"{seconds} seconds a question")
            : language.Say($"{rules.Paper.Minutes} phút", $"{rules.Paper.Minutes} minutes"));
        facts.Add(Attempts(language, rules.Attempts));
        if (rules.Prediction is not null)
        {
            facts.Add(language.Say("1 câu dự đoán", "1 prediction"));
        }

        return string.Join(" · ", facts);
    }

    private static string Attempts(Language language, AttemptRules rules)
    {
        if (rules is { PerRound: 1 } or { PerContest: 1 })
        {
            return language.Say("1 lượt thi", "1 attempt");
        }

        var many = rules switch
        {
            { PerRound: { } most } => language.Say($"{most} lượt", $"{most} attempts"),
            { PerWeek: { } most } => language.Say($"{most} lượt mỗi tuần", $"{most} attempts a week"),
            { PerDay: { } most } => language.Say($"{most} lượt mỗi ngày", $"{most} attempts a day"),
            { PerWindow: { } most } => language.Say($"{most} lượt mỗi ca thi", $"{most} attempts a sitting"),
            { PerContest: { } most } => language.Say($"{most} lượt cả hội thi", $"{most} attempts in the contest"),
            _ => language.Say("thi nhiều lượt", "any number of attempts"),
        };
        return $"{many}, {language.Counts(rules.Counts)}";
    }

    /// <summary>Which of several attempts counts: "lấy lượt cao nhất".</summary>
    public static string Counts(this Language language, Counting counts) => counts switch
    {
        Counting.Best => language.Say("lấy lượt cao nhất", "the best counts"),
        Counting.First => language.Say("lấy lượt đầu", "the first counts"),
        Counting.Last => language.Say("lấy lượt cuối", "the last counts"),
        Counting.Average => language.Say("lấy trung bình các lượt", "the mean of all counts"),
        _ => language.Say("cộng điểm mọi lượt", "all are added up"),
    };
}
