using System.Buffers;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>What an attempt came to: the score as far as the rules show it, the receipt, and later the right answers.</summary>
public static class ResultPage
{
    public static void Write(IBufferWriter<byte> output, ResultView view)
    {
        var html = new Html(output);
        html.Raw(view.Shell.Head.Span);
        html.Raw("<div class=\"container narrow\"><div class=\"page-head\"><div><nav aria-label=\""u8);
        html.Text(view.Language.Say("Đường dẫn", "Breadcrumb"));
        html.Raw("\"><ol class=\"breadcrumb\"><li class=\"breadcrumb-item\"><a href=\"/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("\">"u8);
        html.Text(view.Language.Say(view.Contest.ShortTitle));
        html.Raw("</a></li><li class=\"breadcrumb-item\"><a href=\""u8);
        RoundAddress(ref html, view);
        html.Raw("\">"u8);
        html.Text(view.Language.Say(view.Round.Title));
        html.Raw("</a></li></ol></nav><h1>"u8);
        html.Text(Heading(view));
        html.Raw("</h1><p>"u8);
        var of = view.Rules.Attempts.PerRound is { } most ? $"/{most}" : "";
        html.Text(view.Language.Say($"Lượt {view.Attempt.Id.Ordinal}{of} · ", $"Attempt {view.Attempt.Id.Ordinal}{of} · ")
            + view.Language.Moment(view.Submitted));
        html.Raw("</p></div></div><div class=\"stack\">"u8);
        Prediction(ref html, view);
        Score(ref html, view);
        if (view.Aside is { } aside)
        {
            html.Raw(System.Text.Encoding.UTF8.GetBytes(aside));
        }

        Receipt(ref html, view);
        ResultReview.Write(ref html, view);
        html.Raw("</div></div>"u8);
        html.Raw(view.Shell.Tail.Span);
        html.Flush();
    }

    private static string Heading(ResultView view) => view.Attempt.State switch
    {
        AttemptState.Expired => view.Language.Say("Đã hết giờ, bài được nộp tự động", "Time was up; your paper was submitted"),
        AttemptState.Voided or AttemptState.GivenBack => view.Language.Say("Bài này đã bị hủy", "This attempt was struck out"),
        _ => view.Language.Say("Đã nộp bài", "Submitted"),
    };

    private static void Prediction(ref Html html, ResultView view)
    {
        if (!view.AskPrediction)
        {
            return;
        }

        var language = view.Language;
        html.Raw("<section class=\"card\"><form method=\"post\" data-once action=\"/attempts/"u8);
        html.Text(view.Attempt.Id.ToString());
        html.Raw("/prediction\"><label for=\"prediction\"><span class=\"question-place\">"u8);
        html.Text(language.Say(
            "Câu dự đoán · không tính điểm, chỉ để phân hạng khi bằng điểm",
            "Prediction · no points; it orders those with equal scores"));
        html.Raw("</span> <span class=\"question-text\">"u8);
        html.Text(language.Say(view.Rules.Prediction!.Question));
        html.Raw("</span></label><input class=\"form-control short\" type=\"number\" inputmode=\"numeric\" min=\"0\" max=\"9999999999\" step=\"1\" required id=\"prediction\" name=\"prediction\">"u8);
        RoundPage.Paragraph(ref html, "muted small mt-2", language.Say(
            "Chỉ dự đoán được một lần cho lượt này, trước khi đợt thi kết thúc.",
            "Once for this attempt, before the round is over."));
        html.Raw("<button class=\"btn btn-go\" type=\"submit\">"u8);
        html.Text(language.Say("Gửi dự đoán", "Send the prediction"));
        html.Raw("</button></form></section>"u8);
    }

    private static void Score(ref Html html, ResultView view)
    {
        var language = view.Language;
        html.Raw("<section class=\"card\">"u8);
        if (view.ScoreShown && view.Attempt.Grade is { } grade)
        {
            html.Raw("<div class=\"figures\"><p class=\"figure score\"><span>"u8);
            html.Text(language.Say("câu đúng", "right"));
            html.Raw("</span><b>"u8);
            html.Text($"{grade.Correct}/{grade.Questions}");
            html.Raw("</b></p>"u8);
            RoundPage.Figure(ref html, language.Say("điểm", "points"), language.Points(grade.Score), null);
            RoundPage.Figure(ref html, language.Say("thời gian làm bài", "time taken"), language.Taken(view.Attempt.TimeTaken ?? 0), null);
            if (view.Attempt.Answers.Prediction is { } guess)
            {
                RoundPage.Figure(ref html, language.Say("số dự đoán", "prediction"), language.Number(guess), null);
            }

            html.Raw("</div>"u8);
            if (view.Pending > 0)
            {
                RoundPage.Paragraph(ref html, "muted", language.Say(
                    $"Còn {view.Pending} câu tự luận chờ chấm; điểm và thứ hạng sẽ thay đổi.",
                    $"{view.Pending} essay{(view.Pending == 1 ? "" : "s")} still to be marked; the score and the place will change."));
            }

            if (view.Corrected > 0)
            {
                RoundPage.Paragraph(ref html, "muted mb-0 mt-2", language.Say(
                    $"Ban Tổ chức đã sửa đáp án của {view.Corrected} câu trong đề này; điểm tính theo đáp án đã sửa.",
                    $"The organisers corrected the key of {view.Corrected} question{(view.Corrected == 1 ? "" : "s")} of this paper; the score is by the corrected keys."));
            }

            Standing(ref html, view);
        }
        else
        {
            RoundPage.Paragraph(ref html, "", view.ScoreFrom is { } from
                ? language.Say($"Điểm được công bố từ {language.Moment(from)}.", $"Scores are shown from {language.Moment(from)}.")
                : view.Contest.Publication.Result == Moment.WhenApproved
                ? language.Say("Đang chờ công bố: điểm hiện ở đây khi Ban Tổ chức công bố kết quả.", "Waiting to be published: the score is shown here when the organisers publish the results.")
                : language.Say("Điểm của lượt này không được công bố.", "The score of this attempt is not shown."));
        }

        if (view.Left > 0)
        {
            html.Raw("<p class=\"mt-4 mb-0\"><a class=\"btn btn-quiet\" href=\""u8);
            RoundAddress(ref html, view);
            html.Raw("\">"u8);
            html.Text(language.Say($"Còn {view.Left} lượt: về trang đợt thi", $"{view.Left} attempt{(view.Left == 1 ? "" : "s")} left: back to the round"));
            html.Raw("</a></p>"u8);
        }

        html.Raw("</section>"u8);
    }

    private static void Standing(ref Html html, ResultView view)
    {
        var language = view.Language;
        if (view.Place is { } place)
        {
            html.Raw("<p class=\"place\"><b>"u8);
            html.Text(language.Say($"Thứ {language.Number(place.Rank)}", $"Place {language.Number(place.Rank)}"));
            html.Raw("</b> "u8);
            html.Text(language.Say($"trong {language.Number(place.People)} người", $"of {language.Number(place.People)} people")
                + (place.Final ? "" : language.Say(" (tạm tính)", " (so far)")));
            html.Raw("</p>"u8);
        }

        if (view.Attempt.Counts && view.Counted == 0)
        {
            RoundPage.Paragraph(ref html, "muted mb-0 mt-2", view.Rules.Counts == Core.Contests.Counting.Sum
                ? language.Say("Thứ hạng tính theo tổng các lượt.", "All attempts added up make your place.")
                : language.Say("Thứ hạng tính theo trung bình các lượt.", "The mean of all attempts makes your place."));
        }
        else if (view.Attempt.Counts && view.Counted != view.Attempt.Id.Ordinal)
        {
            RoundPage.Paragraph(ref html, "muted mb-0 mt-2", language.Say(
                $"Lượt được tính cho thứ hạng là lượt {view.Counted}.", $"Attempt {view.Counted} makes your place."));
        }
    }

    private static void Receipt(ref Html html, ResultView view)
    {
        if (view.Receipt is not { } receipt)
        {
            return;
        }

        var language = view.Language;
        html.Raw("<section class=\"card\"><h2>"u8);
        html.Text(language.Say("Biên nhận bài thi", "Receipt"));
        html.Raw("</h2><p class=\"receipt\"><code>"u8);
        html.Text(string.Join(' ', receipt.Chunk(4).Select(four => new string(four))));
        html.Raw("</code></p><p class=\"muted small\">"u8);
        html.Text(language.Say(
            "Chụp lại hoặc chép mã này: mã gắn với đúng bài và thời điểm nộp của bạn, chỉ máy chủ của hội thi tạo được.",
            "Keep this code: it belongs to this very paper and moment, and only the contest's server can make it."));
        html.Raw("</p></section>"u8);
    }

    private static void RoundAddress(ref Html html, ResultView view)
    {
        html.Raw("/competition/"u8);
        html.Text(view.Contest.Slug);
        html.Raw("/rounds/"u8);
        html.Value(view.Round.Number);
    }
}
