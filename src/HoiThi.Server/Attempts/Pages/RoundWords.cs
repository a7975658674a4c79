using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>What the rules of a round say to a contestant, in sentences.</summary>
internal static class RoundWords
{
    /// <summary>How many attempts there are, and by what.</summary>
    public static (string Number, string? Note) Attempts(RoundRules rules, Language language)
    {
        var limits = rules.Attempts;
        var (number, per) = limits switch
        {
            { PerRound: { } most } => (language.Number(most), null),
            { PerWeek: { } most } => (language.Number(most), language.Say("mỗi tuần", "a week")),
            { PerDay: { } most } => (language.Number(most), language.Say("mỗi ngày", "a day")),
            { PerWindow: { } most } => (language.Number(most), language.Say("mỗi ca thi", "a sitting")),
            { PerContest: { } most } => (language.Number(most), language.Say("cả hội thi", "in the contest")),
            _ => ("∞", language.Say("không giới hạn", "no limit")),
        };
        var counts = rules.Limit == 1 || limits.PerContest == 1 ? null : language.Counts(rules.Counts);
        return (number, string.Join(", ", new[] { per, counts }.OfType<string>()) is { Length: > 0 } note ? note : null);
    }

    /// <summary>What is not as everywhere.</summary>
    public static IEnumerable<string> Rules(RoundRules rules, Language language)
    {
        if (rules.Live)
        {
            yield return language.Say(
                "Thi trực tiếp: mọi người làm cùng lúc, tính từ khi mở.",
                "A live sitting: everybody sits at the same time, from its opening.");
        }

        if (rules.QuestionTime is not null)
        {
            yield return language.Say(
                "Từng câu hiện lần lượt; hết giờ của một câu thì sang câu sau và không quay lại.",
                "Questions come one after another; when the time of one is over the next comes, and none comes back.");
        }

        if (!rules.ChangeAnswers)
        {
            yield return language.Say("Câu trả lời đã chốt thì không sửa được.", "An answer once given cannot be changed.");
        }

        if (rules.LatestSet is { WrongPoint: > 0 } set)
        {
            yield return language.Say(
                $"Trả lời sai bị trừ {language.Points(set.WrongPoint)} điểm, bỏ trống không bị trừ.",
                $"A wrong answer costs {language.Points(set.WrongPoint)} points; an empty one costs nothing.");
        }

        if (rules.LatestSet is { HasEssays: true })
        {
            yield return language.Say(
                "Phần tự luận do giám khảo chấm sau; trước đó tính 0 điểm.",
                "Essays are marked by people afterwards; until then they count 0 points.");
        }

        if (rules.Prediction is { } prediction)
        {
            yield return prediction.Place == PredictionPlace.After
                ? language.Say(
                    "Sau khi nộp bài có 1 câu dự đoán: không tính điểm, dùng để phân hạng khi bằng điểm.",
                    "A prediction is asked after the paper: it earns no points and orders those with equal scores.")
                : language.Say(
                    "Cuối đề có 1 câu dự đoán: không tính điểm, dùng để phân hạng khi bằng điểm.",
                    "A prediction ends the paper: it earns no points and orders those with equal scores.");
        }
    }

    /// <summary>Why nothing can be started.</summary>
    public static string Used(RoundRules rules, SittingRefusal refusal, Language language) => refusal switch
    {
        SittingRefusal.ContestUsed => language.Say(
            $"Bạn đã dùng hết {rules.Attempts.PerContest} lượt thi của cả hội thi.",
            $"You have used all {rules.Attempts.PerContest} attempts of the contest."),
        SittingRefusal.WeekUsed => language.Say(
            $"Bạn đã dùng hết {rules.Attempts.PerWeek} lượt thi của tuần này; lượt mới có từ 00:00 thứ Hai.",
            $"You have used all {rules.Attempts.PerWeek} attempts of this week; there are new ones from Monday, 00:00."),
        SittingRefusal.WindowUsed => language.Say(
            $"Bạn đã dùng hết {rules.Attempts.PerWindow} lượt thi của ca này; lượt mới có ở ca sau.",
            $"You have used all {rules.Attempts.PerWindow} attempts of this sitting; there are new ones in the next."),
        SittingRefusal.DayUsed => language.Say(
            $"Bạn đã dùng hết {rules.Attempts.PerDay} lượt thi của hôm nay; lượt mới có từ 00:00 ngày mai.",
            $"You have used all {rules.Attempts.PerDay} attempts of today; there are new ones from midnight."),
        _ => language.Say(
            $"Bạn đã dùng hết {rules.Limit} lượt thi của đợt này.",
            $"You have used all {rules.Limit} attempts of this round."),
    };

    /// <summary>What is left, by each limit that there is: "Còn 1 lượt hôm nay · 2 lượt tuần này · 5 lượt trong đợt."</summary>
    public static string Left(RoundRules rules, AttemptsLeft left, Language language)
    {
        var parts = new List<string>();
        Add(left.Day, "hôm nay", "today");
        Add(left.Window, "ca này", "in this sitting");
        Add(left.Week, "tuần này", "this week");
        Add(rules.Attempts.PerRound is null ? null : left.Round, "trong đợt", "in this round");
        Add(left.Contest, "cả hội thi", "in the contest");
        return parts.Count == 0
            ? language.Say("Không giới hạn số lượt thi.", "There is no limit to attempts.")
            : language.Say("Còn ", "Left: ") + string.Join(" · ", parts) + ".";

        void Add(int? number, string vi, string en)
        {
            if (number is { } count)
            {
                parts.Add(language.Say($"{count} lượt {vi}", $"{count} attempt{(count == 1 ? "" : "s")} {en}"));
            }
        }
    }
}
