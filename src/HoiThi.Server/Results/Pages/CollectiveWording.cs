using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Results.Pages;

/// <summary>A collective award's rule in a sentence.</summary>
public static class CollectiveWording
{
    /// <summary>"Điều kiện: tham gia từ 70%. Điểm = tỷ lệ tham gia (%) × 0,5 + điểm trung bình. Bằng điểm xét: số người dự thi."</summary>
    public static string Formula(this Language language, CollectiveAward award)
    {
        var english = language.English;
        var sentences = new List<string>();
        if (award.Gates.Count > 0)
        {
            sentences.Add(language.Say("Điều kiện: ", "To be considered: ") + string.Join("; ", award.Gates.Select(gate => Gate(language, gate))) + ".");
        }

        sentences.Add(language.Say("Điểm = ", "Score = ") + string.Join(" + ", award.Score.Select(term =>
            Term(language, term) + (term.Weight == 100 ? "" : $" × {Exact.Of(term.Weight, 100).ToText(english)}"))) + ".");
        if (award.TieBreak.Count > 0)
        {
            sentences.Add(language.Say("Bằng điểm thì xét: ", "Ties are broken by: ")
                + string.Join(language.Say("; rồi ", "; then "), award.TieBreak.Select(measure => CollectiveWords.NameOf(measure, null).In(english))) + ".");
        }

        return string.Join(' ', sentences);
    }

    private static string Term(Language language, Term term)
    {
        var name = CollectiveWords.NameOf(term.Measure, term).In(language.English);
        return term.Measure switch
        {
            Measure.PrizePoints => $"{name} ({string.Join(", ", term.Points.Select((points, index) => language.Say($"giải thứ {index + 1}: {points}", $"prize {index + 1}: {points}")))})",
            Measure.RankPoints => language.Say(
                $"{name} (top {term.Top} về {string.Join(", ", term.Ranks.Select(rank => CollectiveWords.NameOf(rank, term).Vi))})",
                $"{name} (top {term.Top} by {string.Join(", ", term.Ranks.Select(rank => CollectiveWords.NameOf(rank, term).In(true)))})"),
            _ => name,
        };
    }

    private static string Gate(Language language, Gate gate) => gate switch
    {
        { Share: { } percent } => language.Say($"ít nhất {percent}% số người tham gia", $"at least {percent}% of the headcount took part"),
        { Target: true } => language.Say("đạt tỷ lệ tham gia tối thiểu của loại đơn vị", "the participation target of its kind is reached"),
        { Compulsory: true } => language.Say("mọi người thuộc diện bắt buộc đã dự thi", "everybody who has to take part did"),
        { AtLeast: { } least } => language.Say(
            $"{CollectiveWords.NameOf(least.Measure, null).Vi} từ {least.Count}", $"{CollectiveWords.NameOf(least.Measure, null).In(true)} at least {least.Count}"),
        _ => "",
    };
}
