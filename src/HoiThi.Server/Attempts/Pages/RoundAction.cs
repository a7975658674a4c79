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
        else if (!view.Joined)
        {
            Join(ref html, view);
        }
        else if (view.Left == 0)
        {
            Notice(ref html, "", view.Language.Say(
                $"Bạn đã dùng hết {view.Contest.Attempts.PerRound} lượt thi của đợt này.",
                $"You have used all {view.Contest.Attempts.PerRound} attempts of this round."));
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

    private static void Coming(ref Html html, RoundView view)
    {
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

    private static void Countdown(ref Html html, RoundView view)
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
        if (left < view.Contest.Paper.Minutes)
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
        html.Text(language.Say("thời gian tính từ bây giờ", "the time runs from now"));
        html.Raw("</small></button></form>"u8);
        RoundPage.Paragraph(ref html, "muted small mt-3", language.Say(
            $"Lượt {view.Used + 1} trên {view.Contest.Attempts.PerRound}. Bài được lưu sau mỗi câu; mất mạng hay đổi máy vẫn làm tiếp được, nhưng thời gian không dừng.",
            $"Attempt {view.Used + 1} of {view.Contest.Attempts.PerRound}. Every answer is saved; you can go on after a lost network or on another device, but the time does not stop."));
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
