using System.Buffers;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// A paper whose questions come one after another by the server's clock: only the one that stands now is in the page, none
/// that comes is. Without a script the page loads itself again when the time of the question is over; <c>timed.js</c> saves
/// as people answer and changes the question in place.
/// </summary>
public static class TimedPage
{
    /// <summary>Writes the question that stands at a moment, or between the last one's end and the submission that all is done.</summary>
    public static void Write(
        IBufferWriter<byte> output, PaperFrame frame, EncodedSet questions, Paper paper, Attempt attempt, RoundRules rules, long now)
    {
        var id = attempt.Id.ToString();
        var standing = rules.QuestionAt(attempt, now);
        var until = standing?.Until ?? attempt.Deadline + rules.Grace + 1;
        var remaining = Math.Max(0, until - now);
        var html = new Html(output);
        html.Raw(frame.Shell.Head.Span);
        html.Raw("<form class=\"paper timed\" method=\"post\" autocomplete=\"off\" action=\"/attempts/"u8);
        html.Text(id);
        html.Raw("/answers\" data-attempt=\""u8);
        html.Text(id);
        html.Raw("\" data-remaining=\""u8);
        html.Value(remaining);
        html.Raw("\" data-total=\""u8);
        html.Value(rules.QuestionTime!.Value);
        html.Raw("\" data-position=\""u8);
        html.Value(standing?.Position ?? -1);
        html.Raw("\" data-last=\""u8);
        html.Value(standing?.Position == paper.Lines.Length - 1 || standing?.Until == attempt.Deadline ? 1 : 0);
        html.Raw(rules.ChangeAnswers ? "\" data-change=\"1\" data-join=\""u8 : "\" data-change=\"0\" data-join=\""u8);
        html.Raw(frame.Join);
        html.Raw("\"><input type=\"hidden\" name=\"sequence\" value=\""u8);
        html.Value(Math.Min(ushort.MaxValue, attempt.Answers.LastSequence + 1));
        html.Raw("\"><noscript><meta http-equiv=\"refresh\" content=\""u8);
        html.Value((remaining / 1_000) + 1);
        html.Raw("\"></noscript>"u8);
        Top(ref html, frame, attempt, paper, standing?.Position, remaining);
        html.Raw("<div class=\"container paper-body\"><div class=\"paper-questions\">"u8);
        if (standing is { } current)
        {
            QuestionBlock.Write(ref html, frame, questions[paper.Lines[current.Position].Question], paper, current.Position, attempt.Answers, id);
        }
        else
        {
            html.Raw("<p class=\"alert\"><span>"u8);
            html.Text(frame.Language.Say("Đã hết các câu hỏi. Bài đang được nộp.", "That was the last question. Your paper is being submitted."));
            html.Raw("</span></p>"u8);
        }

        PaperPage.Prediction(ref html, frame, attempt.Answers);
        html.Raw("</div></div><div class=\"paper-foot\"><div class=\"container\">"u8);
        Buttons(ref html, frame, id, rules, standing?.Position, paper);
        html.Raw("</div></div></form>"u8);
        html.Raw(frame.Shell.Tail.Span);
        html.Flush();
    }

    private static void Top(ref Html html, PaperFrame frame, Attempt attempt, Paper paper, int? position, long remaining)
    {
        PaperPage.Heading(ref html, frame, attempt);
        if (position is { } place)
        {
            html.Raw(attempt.Answers.IsAnswered(place) ? frame.AnswerSaved : frame.AnswerOpen);
        }

        html.Raw("</p></div><p class=\"paper-clock\" data-clock role=\"timer\"><b>"u8);
        html.Value((remaining + 999) / 1_000);
        html.Raw("</b> <span>"u8);
        html.Raw(frame.Seconds);
        html.Raw("</span></p></div><svg class=\"paper-line\" aria-hidden=\"true\"><rect width=\"100%\" height=\"4\"/></svg></div>"u8);
    }

    private static void Buttons(ref Html html, PaperFrame frame, string id, RoundRules rules, int? position, Paper paper)
    {
        var language = frame.Language;
        if (position is not null)
        {
            html.Raw("<button class=\"btn btn-go\" type=\"submit\" data-save>"u8);
            html.Text(rules.ChangeAnswers ? language.Say("Lưu câu trả lời", "Save the answer") : language.Say("Chốt câu trả lời", "Give this answer"));
            html.Raw("</button>"u8);
        }

        if (position is null || position == paper.Lines.Length - 1)
        {
            html.Raw("<button class=\"btn btn-quiet\" type=\"submit\" data-submit formaction=\"/attempts/"u8);
            html.Text(id);
            html.Raw("/submission\">"u8);
            html.Text(language.Say("Nộp bài", "Submit"));
            html.Raw("</button>"u8);
        }
    }
}
