using HoiThi.Core.Papers;
using HoiThi.Core.Questions;
using HoiThi.Core.Scoring;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>Every question with what was given, what is right, why, and where that stands.</summary>
internal static class ResultReview
{
    public static void Write(ref Html html, ResultView view)
    {
        var language = view.Language;
        if (view.ReviewFrom is { } from)
        {
            RoundPage.Paragraph(ref html, "muted", language.Say(
                $"Đáp án và giải thích từng câu được mở tại trang này từ {language.Moment(from)}.",
                $"Right answers and explanations are shown on this page from {language.Moment(from)}."));
        }

        if (view.Review is not { } review)
        {
            return;
        }

        html.Raw("<section><h2>"u8);
        html.Text(review.Explained ? language.Say("Đáp án và giải thích", "Right answers and why") : language.Say("Bài làm của bạn", "Your answers"));
        html.Raw("</h2><ol class=\"review\">"u8);
        for (var position = 0; position < review.Paper.Lines.Length; position++)
        {
            Question(ref html, view, review, position);
        }

        html.Raw("</ol></section>"u8);
    }

    private static void Question(ref Html html, ResultView view, Review review, int position)
    {
        var language = view.Language;
        var line = review.Paper.Lines[position];
        var question = review.Paper.QuestionAt(position);
        var encoded = review.Questions[line.Question];
        var given = view.Attempt.Answers.MaskAt(position);
        var mark = Mark.Of(review.Paper, position, view.Attempt.Answers, view.Attempt.Marks);
        var points = language.Points(mark.Points);
        var (kind, vi, en) = mark.Verdict switch
        {
            Verdict.Empty => ("warn", "Bỏ trống", "No answer"),
            Verdict.Right => ("good", "✓ Đúng", "✓ Right"),
            Verdict.Partly => ("warn", $"Được {points}/{language.Points(line.Point)} điểm", $"{points} of {language.Points(line.Point)} points"),
            Verdict.Pending => ("info", "Chờ chấm", "To be marked"),
            Verdict.Unmarked => ("info", "Không tính điểm", "Not marked"),
            _ => ("bad", "✗ Sai", "✗ Wrong"),
        };
        html.Raw("<li class=\"card\"><p class=\"question-place\">"u8);
        html.Text(language.Say($"Câu {position + 1}", $"Question {position + 1}"));
        html.Raw(" <span class=\"chip "u8);
        html.Text(kind);
        html.Raw("\">"u8);
        html.Text(language.Say(vi, en));
        html.Raw("</span></p><p class=\"question-text\">"u8);
        html.Raw(encoded.Text);
        html.Raw("</p>"u8);
        encoded.WriteImages(ref html, choice: 0, view.Attempt.Id.ToString());
        if (question.Choices.Count > 0)
        {
            // Without the key, a tick that is right by itself is not told from one that is wrong: the verdict is the question's.
            Choices(ref html, view, encoded, line, review.Explained ? line.ToShown(review.Paper.Set.KeyOf(line.Question)) : null, given);
        }
        else
        {
            Written(ref html, view, question, view.Attempt.Answers.TextAt(position), review.Explained ? review.Paper.Set.NumberOf(line.Question) : null);
        }

        if (review.Explained && review.Paper.Set.RulingOn(line.Question) is { } ruling)
        {
            RoundPage.Paragraph(ref html, "corrected", ruling switch
            {
                PointsForAll => language.Say("Ban Tổ chức đã quyết định: mọi bài có câu này đều được điểm.", "The organisers decided: everybody whose paper has this question gets its points."),
                Withdrawn => language.Say("Ban Tổ chức đã bỏ câu này: không tính cho ai.", "The organisers withdrew this question: it counts for nobody."),
                OtherKeys { Keys.Count: > 1 } => language.Say("Ban Tổ chức đã sửa đáp án: nhiều đáp án được tính đúng.", "The organisers corrected the key: several answers count as right."),
                _ => language.Say("Ban Tổ chức đã sửa đáp án của câu này.", "The organisers corrected the key of this question."),
            });
        }

        if (review.Explained && question.Explanation is { } explanation)
        {
            RoundPage.Paragraph(ref html, "why", language.Say(explanation));
        }

        if (review.Explained && question.Source is { } source)
        {
            RoundPage.Paragraph(ref html, "muted small", language.Say("Căn cứ: ", "Source: ") + source);
        }

        html.Raw("</li>"u8);
    }

    private static void Written(ref Html html, ResultView view, Question question, string? text, NumberAnswer? number)
    {
        var language = view.Language;
        if (!string.IsNullOrEmpty(text))
        {
            html.Raw("<p class=\"written\"><small>"u8);
            html.Text(language.Say("Bạn trả lời", "Your answer"));
            html.Raw("</small> <span>"u8);
            html.Text(question.Number is null ? text : WrittenWords.Shown(text, language));
            html.Raw("</span></p>"u8);
        }

        if (number is not null)
        {
            RoundPage.Paragraph(ref html, "", language.Say("✓ Đáp án đúng: ", "✓ Right answer: ") + NumberText.Format(number.Value, language.English)
                + (number.Tolerance == 0 ? "" : language.Say(" (sai số ", " (± ") + NumberText.Format(number.Tolerance, language.English) + ")"));
        }
    }

    private static void Choices(ref Html html, ResultView view, EncodedQuestion question, PaperLine line, byte? key, byte given)
    {
        html.Raw("<ul>"u8);
        for (var place = 0; place < line.Order.Length; place++)
        {
            var right = ((key >> place) & 1) == 1;
            var ticked = ((given >> place) & 1) == 1;
            html.Raw(right ? "<li class=\"key\"><span>"u8 : ticked && key is not null ? "<li class=\"wrong\"><span>"u8 : "<li><span>"u8);
            html.Raw(question.Choices[line.Order[place]]);
            question.WriteImages(ref html, line.Order[place] + 1, view.Attempt.Id.ToString());
            html.Raw("</span>"u8);
            if (right || ticked)
            {
                html.Raw("<small>"u8);
                html.Text((right, ticked) switch
                {
                    (true, true) => view.Language.Say("✓ Bạn chọn đúng", "✓ Your answer, right"),
                    (true, false) => view.Language.Say("✓ Đáp án đúng", "✓ Right answer"),
                    _ when key is null => view.Language.Say("Bạn chọn", "Your answer"),
                    _ => view.Language.Say("✗ Bạn chọn", "✗ Your answer"),
                });
                html.Raw("</small>"u8);
            }

            html.Raw("</li>"u8);
        }

        html.Raw("</ul>"u8);
    }
}
