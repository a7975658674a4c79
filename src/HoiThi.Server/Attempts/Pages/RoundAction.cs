using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>The one thing that can be done on a round's page now, or why nothing can.</summary>
internal static class RoundAction
{
    private const long Hour = 3_600_000;

    public static void Write(ref Html html, RoundView view)
    {
        if (view.Current is { } current)
        {
            Continue(ref html, view, current);
        }
        else if (view.Stage == RoundStage.Coming)
        {
            Coming(ref html, view);
        }
        else if (view.Stage == RoundStage.Closed)
        {
            Notice(ref html, "", view.Language.Say("Đợt thi này đã đóng lúc ", "This round closed at ") + view.Language.Moment(view.Closes) + ".");
        }
        else if (view.Rules.LatestSet is null)
        {
            Notice(ref html, "warn", view.Language.Say(
                "Đề thi đang được chuẩn bị nên chưa bắt đầu được. Ban Tổ chức đã được báo; hãy tải lại trang sau ít phút.",
                "The paper is being prepared, so nothing can be started yet. The organisers know; load the page again in some minutes."));
        }
        else if (!view.Joined)
        {
            Join(ref html, view);
        }
        else if (view.Left.Refusal is { } refusal)
        {
            Notice(ref html, "", RoundWords.Used(view.Rules, refusal, view.Language));
        }
        else
        {
            Start(ref html, view);
        }
    }

    private static void Continue(ref Html html, RoundView view, CurrentAttempt current)
    {
        var seconds = Math.Max(0, current.Remaining) / 1_000;
        Notice(ref html, "warn", view.Language.Say(
            "Bạn có một bài đang làm. Thời gian vẫn chạy dù trang đóng.",
            "You have a paper in progress. Its time runs even while the page is closed."));
        html.Raw("<a class=\"btn btn-go btn-lg w-100\" href=\"/attempts/"u8);
        html.Text(current.Id.ToString());
        html.Raw("\">"u8);
        html.Text(view.Language.Say("Tiếp tục bài đang làm", "Go on with the paper"));
        html.Raw(" <small>"u8);
        html.Text(view.Language.Say("còn ", "time left "));
        html.Value(seconds / 60, "00");
        html.Raw(":"u8);
        html.Value(seconds % 60, "00");
        html.Raw("</small></a>"u8);
    }

    /// <summary>Everybody waits here for a live sitting; the paper begins by itself, with a press where there is no script.</summary>
    private static void Wait(ref Html html, RoundView view)
    {
        var language = view.Language;
        html.Raw("<noscript><meta http-equiv=\"refresh\" content=\""u8);
        html.Value((Math.Max(0, view.Until) / 1_000) + 1);
        html.Raw("\"></noscript><h2>"u8);
        html.Text(language.Say("Phòng chờ", "Waiting room"));
        html.Raw("</h2>"u8);
        RoundPage.Paragraph(ref html, "mb-2", language.Say(
            $"Buổi thi trực tiếp mở lúc {language.Moment(view.Opens)}. Hãy để trang này mở: đến giờ, bài thi tự bắt đầu cho mọi người.",
            $"The live sitting opens at {language.Moment(view.Opens)}. Keep this page open: the paper begins by itself for everybody."));
        Countdown(ref html, view, seconds: true);
        html.Raw("<form class=\"mt-3\" method=\"post\" data-once data-countdown-over data-countdown-submit hidden action=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/rounds/"u8);
        html.Value(view.Round.Number);
        html.Raw("/attempts\"><button class=\"btn btn-go btn-lg w-100\" type=\"submit\">"u8);
        html.Text(language.Say("Vào thi", "Begin"));
        html.Raw("</button></form>"u8);
    }

    private static void Coming(ref Html html, RoundView view)
    {
        if (view is { Rules.Live: true, Joined: true, Until: < 24 * Hour } && view.Left.Refusal is null)
        {
            Wait(ref html, view);
            return;
        }

        RoundPage.Paragraph(ref html, "mb-2", view.Language.Say("Mở lúc ", "Opens at ") + view.Language.Moment(view.Opens)
            + view.Language.Say(", đóng lúc ", ", closes at ") + view.Language.Moment(view.Closes) + ".");
        Countdown(ref html, view);
        html.Raw("<p class=\"alert good mt-3\" data-countdown-over hidden><a href=\"\">"u8);
        html.Text(view.Language.Say("Đã mở: tải lại trang", "Open now: load the page again"));
        html.Raw("</a></p>"u8);
        if (!view.Joined)
        {
            html.Raw("<p class=\"mt-3\"><a class=\"btn btn-go btn-lg\" href=\"/competition/"u8);
            html.Text(view.Contest.Slug);
            html.Raw("/join\">"u8);
            html.Text(view.Language.Say("Đăng ký trước", "Register beforehand"));
            html.Raw("</a></p>"u8);
        }
    }

    private static void Countdown(ref Html html, RoundView view, bool seconds = false)
    {
        var words = view.Language.English ? new[] { "days", "hours", "minutes" } : ["ngày", "giờ", "phút"];
        html.Raw("<div class=\"countdown\" role=\"timer\" data-countdown=\""u8);
        html.Value(Math.Max(0, view.Until));
        html.Raw("\"><span><b>"u8);
        html.Value(view.Until / (24 * Hour));
        html.Raw("</b> "u8);
        html.Text(words[0]);
        html.Raw("</span><span><b>"u8);
        html.Value(view.Until / Hour % 24, "00");
        html.Raw("</b> "u8);
        html.Text(words[1]);
        html.Raw("</span><span><b>"u8);
        html.Value(view.Until / 60_000 % 60, "00");
        html.Raw("</b> "u8);
        html.Text(words[2]);
        if (seconds)
        {
            html.Raw("</span><span><b>"u8);
            html.Value(view.Until / 1_000 % 60, "00");
            html.Raw("</b> "u8);
            html.Text(view.Language.Say("giây", "seconds"));
        }

        html.Raw("</span></div>"u8);
    }

    private static void Join(ref Html html, RoundView view)
    {
        RoundPage.Paragraph(ref html, "", view.Language.Say("Đăng ký một lần, thi được ở mọi đợt.", "Register once, for all rounds."));
        html.Raw("<a class=\"btn btn-go btn-lg w-100\" href=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/join?round="u8);
        html.Value(view.Round.Number);
        html.Raw("\">"u8);
        html.Text(view.Language.Say("Đăng ký để vào thi", "Register to take part"));
        html.Raw("</a>"u8);
    }

    private static void Start(ref Html html, RoundView view)
    {
        var language = view.Language;
        var left = RoundPage.Minutes(view.Until);
        if (view.Rules.Live)
        {
            Notice(ref html, "warn", language.Say(
                "Buổi thi trực tiếp đang diễn ra: thời gian tính từ lúc mở, vào muộn thì mất các câu đã qua.",
                "The live sitting is under way: time runs from its opening; who comes late has missed what is over."));
        }
        else if (left < view.Minutes)
        {
            Notice(ref html, "warn", language.Say(
                $"Đợt thi đóng lúc {language.Moment(view.Closes)}: bắt đầu bây giờ thì chỉ còn {left} phút làm bài.",
                $"The round closes at {language.Moment(view.Closes)}: an attempt started now has only {left} minutes."));
        }
        else
        {
            RoundPage.Paragraph(ref html, "", language.Say($"Mở đến {language.Moment(view.Closes)}.", $"Open until {language.Moment(view.Closes)}."));
        }

        html.Raw("<form method=\"post\" data-once action=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/rounds/"u8);
        html.Value(view.Round.Number);
        html.Raw("/attempts\"><button class=\"btn btn-go btn-lg w-100\" type=\"submit\">"u8);
        html.Text(language.Say("Bắt đầu làm bài", "Start"));
        html.Raw("<span class=\"visually-hidden\">: </span><small>"u8);
        html.Text(view.Rules.Live
            ? language.Say("thời gian tính từ lúc mở", "the time runs from the opening")
            : language.Say("thời gian tính từ bây giờ", "the time runs from now"));
        html.Raw("</small></button></form>"u8);
        RoundPage.Paragraph(ref html, "mt-3 mb-1", RoundWords.Left(view.Rules, view.Left, language));
        RoundPage.Paragraph(ref html, "muted small", language.Say(
            $"Bài được lưu sau mỗi câu; mất mạng hay đổi máy vẫn làm tiếp được, nhưng thời gian không dừng.",
            $"Every answer is saved; you can go on after a lost network or on another device, but the time does not stop."));
    }

    private static void Notice(ref Html html, string kind, string text)
    {
        html.Raw("<p class=\"alert "u8);
        html.Text(kind);
        html.Raw("\"><span>"u8);
        html.Text(text);
        html.Raw("</span></p>"u8);
    }
}
