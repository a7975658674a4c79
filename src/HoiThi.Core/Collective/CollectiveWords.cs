using HoiThi.Core.Contests;
using HoiThi.Core.Participation;

namespace HoiThi.Core.Collective;

/// <summary>Says how a unit's result comes about, with every figure.</summary>
public static class CollectiveWords
{
    internal static LocalText PartedByCode { get; } = new(
        "bằng nhau mọi tiêu chí; xếp theo mã đơn vị", "equal in everything; in the order of units' codes");

    /// <summary>A measure's name.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="term">The term that says how it is measured, or null.</param>
    public static LocalText NameOf(Measure measure, Term? term) => measure switch
    {
        Measure.Share => new("tỷ lệ tham gia (%)", "share of headcount (%)"),
        Measure.Entrants => new("số người dự thi", "people who took part"),
        Measure.Attempts => new("số lượt thi", "attempts"),
        Measure.AverageScore => new("điểm trung bình", "average score"),
        Measure.TotalScore => new("tổng điểm", "total score"),
        Measure.BestTotal => new($"tổng điểm {term?.Best ?? 1} người cao nhất", $"total of the best {term?.Best ?? 1}"),
        Measure.PerfectPeople => new("số người đúng tất cả các câu", "people with everything right"),
        Measure.Winners => new("số giải cá nhân", "individual prizes"),
        Measure.FirstPrizes => new("số giải nhất cá nhân", "individual first prizes"),
        Measure.PrizePoints => new("điểm từ giải cá nhân", "points for individual prizes"),
        Measure.RankPoints => new("điểm thứ hạng", "points for places"),
        Measure.Registered => new("số người đăng ký", "people registered"),
        Measure.Publicity => new("điểm tuyên truyền", "publicity points"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "unknown measure"),
    };

    internal static GateOutcome Reaches(Share share, int percent)
    {
        if (share.Headcount == 0)
        {
            return new GateOutcome(Passed: false, new("chưa khai số người của đơn vị", "the unit's headcount is not known"));
        }

        var passed = share.Reaches(percent);
        return new GateOutcome(passed, passed
            ? new($"{share.People} trên {share.Headcount} = {share.ToText(english: false, percent)}: đạt {percent}%",
                $"{share.People} of {share.Headcount} = {share.ToText(english: true, percent)}: reaches {percent}%")
            : new($"{share.People} trên {share.Headcount} = {share.ToText(english: false, percent)}: chưa đạt {percent}%, thiếu {share.Missing(percent)} người",
                $"{share.People} of {share.Headcount} = {share.ToText(english: true, percent)}: below {percent}%, {share.Missing(percent)} people short"));
    }

    internal static GateOutcome Everybody(Share share) => share switch
    {
        { Headcount: 0 } => new(Passed: true, new("không có người thuộc diện bắt buộc", "nobody has to take part")),
        _ when share.Reaches(100) => new(Passed: true, new(
            $"đủ {share.Headcount} người thuộc diện bắt buộc đã dự thi", $"all {share.Headcount} who have to take part did")),
        _ => new(Passed: false, new(
            $"{share.People} trên {share.Headcount} người thuộc diện bắt buộc đã dự thi, thiếu {share.Missing(100)} người",
            $"{share.People} of {share.Headcount} who have to take part did, {share.Missing(100)} are missing")),
    };

    internal static GateOutcome AtLeast(GateMeasure least, Term? term, Func<Term?, Exact> valueOf)
    {
        var (value, name) = (valueOf(term), NameOf(least.Measure, term));
        var passed = value.CompareTo(Exact.Of(least.Count)) >= 0;
        return new GateOutcome(passed, new(
            $"{name.Vi}: {value.ToText(english: false)}, {(passed ? "đạt" : "chưa đạt")} mức {least.Count}",
            $"{name.En}: {value.ToText(english: true)}, {(passed ? "reaches" : "below")} {least.Count}"));
    }

    internal static TermOutcome Term(Term term, Exact value)
    {
        var points = value * Exact.Of(term.Weight, 100);
        var name = NameOf(term.Measure, term);
        return new TermOutcome(value, points, new(
            $"{name.Vi} {value.ToText(english: false)}{Weighted(term, points, english: false)}",
            $"{name.En} {value.ToText(english: true)}{Weighted(term, points, english: true)}"));
    }

    internal static TermOutcome RankTerm(Term term, ValueList<RankPlace> places)
    {
        if (places.Count == 0)
        {
            return new TermOutcome(default, default, new("không xếp hạng", "not ranked"));
        }

        var value = Exact.Of(places.Sum(place => place.Points));
        var points = value * Exact.Of(term.Weight, 100);
        return new TermOutcome(value, points, new(
            $"{string.Join(", ", places.Select(place => Place(place, term, english: false)))}: {value.ToText(english: false)}{Weighted(term, points, english: false)}",
            $"{string.Join(", ", places.Select(place => Place(place, term, english: true)))}: {value.ToText(english: true)}{Weighted(term, points, english: true)}"));
    }

    internal static LocalText Parted(Measure measure, Term? term, Exact above, Exact below)
    {
        var name = NameOf(measure, term);
        return new(
            $"bằng điểm; kém về {name.Vi}: {below.ToText(english: false)} so với {above.ToText(english: false)}",
            $"equal scores; less in {name.En}: {below.ToText(english: true)} against {above.ToText(english: true)}");
    }

    private static string Weighted(Term term, Exact points, bool english) =>
        term.Weight == 100 ? "" : $" × {Exact.Of(term.Weight, 100).ToText(english)} = {points.ToText(english)}";

    private static string Place(RankPlace place, Term term, bool english)
    {
        var name = NameOf(place.Measure, term).In(english);
        return (place.Place, english) switch
        {
            ({ } number, false) => $"hạng {number} về {name} ({place.Points} điểm)",
            ({ } number, true) => $"place {number} by {name} ({place.Points} points)",
            (null, false) => $"ngoài top {term.Top} về {name} (0 điểm)",
            (null, true) => $"outside the top {term.Top} by {name} (0 points)",
        };
    }
}
