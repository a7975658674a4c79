using System.Buffers;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>What awaits the contestant in a round, the button that starts the clock, and the attempts so far.</summary>
public static class RoundPage
{
    private const long Minute = 60_000;

    public static void Write(IBufferWriter<byte> output, RoundView view)
    {
        var html = new Html(output);
        html.Raw(view.Shell.Head.Span);
        html.Raw("<div class=\"container narrow\"><div class=\"page-head\"><div>"u8);
        Path(ref html, view);
        html.Raw("<h1>"u8);
        html.Text(view.Language.Say(view.Round.Title));
        html.Raw("</h1>"u8);
        if (view.Round.Theme is { } theme)
        {
            html.Raw("<p>"u8);
            html.Text(view.Language.Say(theme));
            html.Raw("</p>"u8);
        }

        html.Raw("</div>"u8);
        Stage(ref html, view);
        html.Raw("</div><div class=\"stack\">"u8);
        if (view.Rules.Practice)
        {
            html.Raw("<p class=\"alert\"><span>"u8);
            html.Text(view.Language.Say(
                "Đợt thi thử: kết quả không tính vào hội thi và được xóa khi đợt kết thúc.",
                "A practice round: it does not count in the contest, and its results are deleted when it is over."));
            html.Raw("</span></p>"u8);
        }

        What(ref html, view);
        Mine(ref html, view);
        Leave(ref html, view);
        html.Raw("</div></div>"u8);
        html.Raw(view.Shell.Tail.Span);
        html.Flush();
    }

    /// <summary>Colleagues share computers: the next person finds the way out here.</summary>
    private static void Leave(ref Html html, RoundView view)
    {
        if (!view.Joined)
        {
            return;
        }

        html.Raw("<form class=\"muted small\" method=\"post\" action=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/leave\">"u8);
        html.Text(view.Language.Say("Máy này đang ghi nhớ một thí sinh. Không phải bạn? ", "This device remembers a contestant. Not you? "));
        html.Raw("<button class=\"btn btn-quiet\" type=\"submit\">"u8);
        html.Text(view.Language.Say("Đổi người dự thi", "Change contestant"));
        html.Raw("</button> <a href=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/me\">"u8);
        html.Text(view.Language.Say("Thông tin của tôi", "My data"));
        html.Raw("</a></form>"u8);
    }

    private static void Path(ref Html html, RoundView view)
    {
        html.Raw("<nav aria-label=\""u8);
        html.Text(view.Language.Say("Đường dẫn", "Breadcrumb"));
        html.Raw("\"><ol class=\"breadcrumb\"><li class=\"breadcrumb-item\"><a href=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("\">"u8);
        html.Text(view.Language.Say(view.Contest.ShortTitle));
        html.Raw("</a></li></ol></nav>"u8);
    }

    private static void Stage(ref Html html, RoundView view)
    {
        var (kind, vi, en) = view.Stage switch
        {
            RoundStage.Coming => ("info", "Sắp mở", "Coming"),
            RoundStage.Open => ("good", "Đang mở", "Open"),
            _ => ("", "Đã đóng", "Closed"),
        };
        html.Raw("<span class=\"chip "u8);
        html.Text(kind);
        html.Raw("\">"u8);
        html.Text(view.Language.Say(vi, en));
        html.Raw("</span>"u8);
    }

    private static void What(ref Html html, RoundView view)
    {
        var language = view.Language;
        html.Raw("<section class=\"card\"><div class=\"figures close mb-4\">"u8);
        if (view.Rules.LatestSet is { PaperLength: var questions })
        {
            Figure(ref html, language.Say("câu hỏi", "questions"), language.Number(questions), null);
        }

        if (view.Rules.QuestionTime is { } time)
        {
            Figure(ref html, language.Say("giây", "seconds"), language.Number(time / 1_000), language.Say("một câu", "a question"));
        }
        else
        {
            Figure(ref html, language.Say("phút", "minutes"), language.Number(view.Minutes), language.Say("một lượt", "an attempt"));
        }

        var (attempts, per) = RoundWords.Attempts(view.Rules, language);
        Figure(ref html, language.Say("lượt thi", "attempts"), attempts, per);
        html.Raw("</div>"u8);
        foreach (var rule in RoundWords.Rules(view.Rules, language))
        {
            Paragraph(ref html, "muted", rule);
        }

        RoundAction.Write(ref html, view);
        if (view is { Round.PublishHash: true, Rules.LatestSet: { } set })
        {
            html.Raw("<p class=\"muted small mt-3 mb-0\">"u8);
            html.Text(language.Say("Đề đã niêm phong, mã băm SHA-256: ", "The questions are sealed, their SHA-256 is "));
            html.Raw("<code class=\"text-break\">"u8);
            html.Text(Convert.ToHexStringLower(set.Hash.Span));
            html.Raw("</code></p>"u8);
        }

        html.Raw("</section>"u8);
    }

    private static void Mine(ref Html html, RoundView view)
    {
        if (view.Attempts.Count == 0)
        {
            return;
        }

        var language = view.Language;
        html.Raw("<section class=\"card\"><h2>"u8);
        html.Text(language.Say("Các lượt của tôi", "My attempts"));
        html.Raw("</h2><ul class=\"rows\">"u8);
        foreach (var attempt in view.Attempts)
        {
            html.Raw("<li><div><a href=\"/attempts/"u8);
            html.Text(attempt.Id.ToString());
            html.Raw("/result\">"u8);
            html.Text(language.Say($"Lượt {attempt.Id.Ordinal}", $"Attempt {attempt.Id.Ordinal}"));
            html.Raw("</a>"u8);
            if (attempt.Counted && view.OneCounts)
            {
                html.Raw(" <span class=\"chip good\">"u8);
                html.Text(language.Say("✓ Được tính", "✓ Counts"));
                html.Raw("</span>"u8);
            }

            html.Raw("<small>"u8);
            html.Text(Ending(attempt, language));
            html.Raw("</small></div><div><b>"u8);
            html.Text(attempt.Grade is { } grade ? $"{grade.Correct}/{grade.Questions}" : "–");
            html.Raw("</b><small>"u8);
            html.Text(attempt.Grade is null ? language.Say("chưa công bố", "not shown yet") : language.Taken(attempt.Taken));
            html.Raw("</small></div></li>"u8);
        }

        html.Raw("</ul></section>"u8);
    }

    private static string Ending(AttemptLine attempt, Language language) => attempt.State switch
    {
        AttemptState.Expired => language.Say("Hết giờ lúc ", "Time was up at ") + language.Moment(attempt.Submitted),
        AttemptState.Voided => language.Say("Đã bị Ban Tổ chức hủy", "Struck out by the organisers"),
        AttemptState.GivenBack => language.Say("Ban Tổ chức đã hủy và trả lại lượt này", "Struck out and given back by the organisers"),
        _ => language.Say("Nộp lúc ", "Submitted at ") + language.Moment(attempt.Submitted),
    };

    internal static void Figure(ref Html html, string label, string value, string? note)
    {
        html.Raw("<p class=\"figure\"><span>"u8);
        html.Text(label);
        html.Raw("</span><b>"u8);
        html.Text(value);
        html.Raw("</b>"u8);
        if (note is not null)
        {
            html.Raw("<small>"u8);
            html.Text(note);
            html.Raw("</small>"u8);
        }

        html.Raw("</p>"u8);
    }

    internal static void Paragraph(ref Html html, string kind, string text)
    {
        html.Raw("<p class=\""u8);
        html.Text(kind);
        html.Raw("\">"u8);
        html.Text(text);
        html.Raw("</p>"u8);
    }

    /// <summary>Whole minutes, rounded down: nobody is promised more than there is.</summary>
    internal static long Minutes(long milliseconds) => Math.Max(0, milliseconds) / Minute;
}
