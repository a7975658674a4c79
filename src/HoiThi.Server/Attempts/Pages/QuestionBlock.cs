using HoiThi.Core.Attempts;
using HoiThi.Core.Papers;

namespace HoiThi.Server.Attempts.Pages;

/// <summary>
/// One question of a paper as a fieldset: choices to tick, a number or a text. A value is the place where a choice is
/// shown; where it stands in the bank, and whether it is right, is not in the page.
/// </summary>
internal static class QuestionBlock
{
    public static void Write(ref Html html, PaperFrame frame, EncodedQuestion question, Paper paper, int position, AnswerSheet answers, string attempt)
    {
        var given = !frame.ChangeAnswers && answers.IsAnswered(position);
        html.Raw("<fieldset class=\"question\" id=\"q"u8);
        html.Value(position + 1);
        html.Raw(given ? "\" disabled><legend tabindex=\"-1\"><span class=\"question-place\">"u8 : "\"><legend tabindex=\"-1\"><span class=\"question-place\">"u8);
        html.Raw(frame.QuestionWord);
        html.Raw(" "u8);
        html.Value(position + 1);
        html.Raw(" / "u8);
        html.Value(paper.Lines.Length);
        html.Raw(question.Topic.Length == 0 ? ""u8 : " · "u8);
        html.Raw(question.Topic);
        html.Raw("</span> <span class=\"question-text\">"u8);
        html.Raw(question.Text);
        html.Raw("</span></legend>"u8);
        question.WriteImages(ref html, choice: 0, attempt);
        if (question.Choices.Length > 0)
        {
            Choices(ref html, frame, question, paper.Lines[position].Order, position, answers.MaskAt(position), attempt);
        }
        else if (question.Words is { } words)
        {
            Essay(ref html, frame, words, position, answers.TextAt(position) ?? "");
        }
        else
        {
            Number(ref html, frame, position, answers.TextAt(position) ?? "");
        }

        if (given)
        {
            html.Raw("<p class=\"hint\">"u8);
            html.Raw(frame.Once);
            html.Raw("</p>"u8);
        }

        html.Raw("</fieldset>"u8);
    }

    private static void Choices(ref Html html, PaperFrame frame, EncodedQuestion question, byte[] order, int position, byte ticked, string attempt)
    {
        if (question.Multiple)
        {
            html.Raw("<p class=\"hint\">"u8);
            html.Raw(frame.Several);
            html.Raw("</p>"u8);
        }

        for (var place = 0; place < order.Length; place++)
        {
            html.Raw(question.Multiple ? "<label class=\"choice\"><input type=\"checkbox\" name=\"q"u8 : "<label class=\"choice\"><input type=\"radio\" name=\"q"u8);
            html.Value(position + 1);
            html.Raw("\" value=\""u8);
            html.Value(place);
            html.Raw(((ticked >> place) & 1) == 1 ? "\" checked><span>"u8 : "\"><span>"u8);
            html.Raw(question.Choices[order[place]]);
            question.WriteImages(ref html, order[place] + 1, attempt);
            html.Raw("</span></label>"u8);
        }
    }

    private static void Number(ref Html html, PaperFrame frame, int position, string text)
    {
        html.Raw("<input class=\"form-control short\" type=\"text\" inputmode=\"decimal\" maxlength=\"40\" autocomplete=\"off\" pattern=\"[0-9., +\\-]*\" name=\"t"u8);
        html.Value(position + 1);
        html.Raw("\" aria-label=\""u8);
        html.Raw(frame.AnswerWord);
        html.Raw("\" aria-describedby=\"h"u8);
        html.Value(position + 1);
        html.Raw("\" value=\""u8);
        html.Text(WrittenWords.Shown(text, frame.Language));
        html.Raw("\"><p class=\"hint\" id=\"h"u8);
        html.Value(position + 1);
        html.Raw("\">"u8);
        html.Raw(frame.NumberHint);
        html.Raw("</p>"u8);
    }

    private static void Essay(ref Html html, PaperFrame frame, int words, int position, string text)
    {
        html.Raw("<textarea class=\"form-control\" rows=\"10\" maxlength=\"20000\" name=\"t"u8);
        html.Value(position + 1);
        html.Raw("\" aria-label=\""u8);
        html.Raw(frame.AnswerWord);
        html.Raw("\" aria-describedby=\"h"u8);
        html.Value(position + 1);

        // A line break right after the tag belongs to the tag.
        html.Raw("\">\n"u8);
        html.Text(text);
        html.Raw("</textarea><p class=\"hint\" id=\"h"u8);
        html.Value(position + 1);
        html.Raw("\">"u8);
        html.Raw(frame.EssayBefore);
        html.Value(words);
        html.Raw(frame.EssayAfter);
        html.Raw("<span data-words=\""u8);
        html.Value(words);
        html.Raw("\">"u8);
        html.Raw(frame.EssayWritten);
        html.Raw("<b>"u8);
        html.Value(WrittenAnswer.Words(text));
        html.Raw("</b></span></p>"u8);
    }
}
