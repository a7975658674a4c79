using System.Buffers;
using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// The paper: a plain form that works without a script, which <c>paper.js</c> turns into one question at a time with
/// a clock and saves of its own. A value is the place where a choice is shown; where it stands in the bank, and
/// whether it is right, is not in the page.
/// </summary>
public static class PaperPage
{
    /// <summary>Writes the page of an attempt that is in progress.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="frame">What all papers of the round share.</param>
    /// <param name="questions">The set of the paper in the language of the frame.</param>
    /// <param name="paper">The attempt's paper.</param>
    /// <param name="attempt">The attempt, whose answers are shown ticked.</param>
    /// <param name="remaining">Milliseconds until its deadline, by the server.</param>
    public static void Write(IBufferWriter<byte> output, PaperFrame frame, EncodedSet questions, Paper paper, Attempt attempt, long remaining)
    {
        var id = attempt.Id.ToString();
        var html = new Html(output);
        html.Raw(frame.Shell.Head.Span);
        Open(ref html, frame, attempt, id, remaining);
        Top(ref html, frame, attempt, remaining);
        for (var position = 0; position < paper.Lines.Length; position++)
        {
            QuestionBlock.Write(ref html, frame, questions[paper.Lines[position].Question], paper, position, attempt.Answers, id);
        }

        Prediction(ref html, frame, attempt.Answers);
        html.Raw("</div><aside class=\"paper-side\" data-side></aside></div>"u8);
        Foot(ref html, frame, id);
        html.Raw(frame.Shell.Tail.Span);
        html.Flush();
    }

    private static void Open(ref Html html, PaperFrame frame, Attempt attempt, string id, long remaining)
    {
        html.Raw("<form class=\"paper\" method=\"post\" autocomplete=\"off\" action=\"/attempts/"u8);
        html.Text(id);
        html.Raw("/answers\" data-attempt=\""u8);
        html.Text(id);
        html.Raw("\" data-remaining=\""u8);
        html.Value(Math.Max(0, remaining));
        html.Raw("\" data-total=\""u8);
        html.Value(attempt.Deadline - attempt.Started);
        html.Raw("\" data-grace=\""u8);
        html.Value(frame.Grace);
        html.Raw("\" data-join=\""u8);
        html.Raw(frame.Join);
        html.Raw("\" data-answers=\"["u8);
        for (var position = 0; position < attempt.Answers.Length; position++)
        {
            html.Raw(position == 0 ? "["u8 : ",["u8);
            html.Value(attempt.Answers.MaskAt(position));
            html.Raw(","u8);
            html.Value(attempt.Answers.SequenceAt(position));
            html.Raw("]"u8);
        }

        html.Raw("]\" data-prediction=\"["u8);
        if (attempt.Answers.Prediction is { } guess)
        {
            html.Value(guess);
        }
        else
        {
            html.Raw("null"u8);
        }

        html.Raw(","u8);
        html.Value(attempt.Answers.PredictionSequence);
        html.Raw("]"u8);
        if (attempt.Answers.HasWritten)
        {
            Texts(ref html, attempt.Answers);
        }

        html.Raw(frame.ChangeAnswers ? ""u8 : "\" data-once=\"1"u8);
        html.Raw("\"><input type=\"hidden\" name=\"sequence\" value=\""u8);
        html.Value(Math.Min(ushort.MaxValue, attempt.Answers.LastSequence + 1));
        html.Raw("\">"u8);
    }

    /// <summary>The sequence numbers of what is written; the texts are in their fields.</summary>
    private static void Texts(ref Html html, AnswerSheet answers)
    {
        html.Raw("\" data-written=\"["u8);
        var first = true;
        for (var position = 0; position < answers.Length; position++)
        {
            if (answers.TextSequenceAt(position) is > 0 and var sequence)
            {
                html.Raw(first ? "["u8 : ",["u8);
                html.Value(position);
                html.Raw(","u8);
                html.Value(sequence);
                html.Raw("]"u8);
                first = false;
            }
        }

        html.Raw("]"u8);
    }

    /// <summary>The bar at the top with its title, up to what is said of the answers.</summary>
    internal static void Heading(ref Html html, PaperFrame frame, Attempt attempt)
    {
        html.Raw("<div class=\"paper-top\"><div class=\"container\"><div><h1>"u8);
        html.Raw(frame.Title);
        html.Raw(" · "u8);
        html.Raw(frame.AttemptWord);
        html.Raw(" "u8);
        html.Value(attempt.Id.Ordinal);
        html.Raw(frame.Limit);
        html.Raw("</h1><p class=\"paper-state\" role=\"status\" data-state>"u8);
    }

    private static void Top(ref Html html, PaperFrame frame, Attempt attempt, long remaining)
    {
        var deadline = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(attempt.Deadline), frame.Zone);
        Heading(ref html, frame, attempt);
        if (attempt.Answers.Answered is > 0 and var answered)
        {
            html.Raw(frame.SavedBefore);
            html.Value(answered);
            html.Raw(frame.SavedAfter);
        }
        else
        {
            html.Raw(frame.PlainState);
        }

        html.Raw("</p></div><p class=\"paper-clock\" data-clock><b>"u8);
        html.Value(deadline, "HH:mm:ss");
        html.Raw("</b> <span>"u8);
        html.Raw(frame.Ends);
        html.Raw("</span></p></div><svg class=\"paper-line\" aria-hidden=\"true\"><rect width=\"100%\" height=\"4\"/></svg></div>"u8);
        html.Raw("<div class=\"container paper-body\"><div class=\"paper-questions\"><p class=\"alert paper-plain\"><span>"u8);
        html.Raw(frame.PlainBefore);
        html.Value(deadline, "HH:mm:ss");
        html.Raw(frame.PlainBetween);
        html.Value(Math.Max(0, remaining) / 60_000);
        html.Raw(frame.PlainAfter);
        html.Raw("</span></p>"u8);
    }

    internal static void Prediction(ref Html html, PaperFrame frame, AnswerSheet answers)
    {
        if (frame.Prediction is null)
        {
            return;
        }

        html.Raw("<div class=\"question\" id=\"guess\"><label for=\"prediction\" tabindex=\"-1\"><span class=\"question-place\">"u8);
        html.Raw(frame.PredictionNote);
        html.Raw("</span> <span class=\"question-text\">"u8);
        html.Raw(frame.Prediction);
        html.Raw("</span></label><input class=\"form-control short\" type=\"number\" inputmode=\"numeric\" min=\"0\" max=\"9999999999\" step=\"1\" id=\"prediction\" name=\"prediction\" value=\""u8);
        if (answers.Prediction is { } guess)
        {
            html.Value(guess);
        }

        html.Raw("\"></div>"u8);
    }

    private static void Foot(ref Html html, PaperFrame frame, string id)
    {
        html.Raw(frame.Foot);
        html.Raw("<button class=\"btn btn-go\" type=\"submit\" data-submit formaction=\"/attempts/"u8);
        html.Text(id);
        html.Raw("/submission\">"u8);
        html.Text(frame.Language.Say("Nộp bài", "Submit"));
        html.Raw("</button></div></div></form>"u8);
        html.Raw(frame.Dialog);
    }
}
