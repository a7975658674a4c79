using System.Text.RegularExpressions;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Attempts.Pages;

public sealed class PaperPageTests
{
    [Fact]
    public void The_page_stands_between_head_and_tail()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        html.ShouldStartWith("<!--head-->");
        html.ShouldEndWith("<!--tail-->");
    }

    [Fact]
    public void What_a_question_says_cannot_become_markup()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldContain("B &amp; C");
        html.ShouldContain("Chủ đề &lt;A&gt;");
    }

    [Fact]
    public void Vietnamese_is_written_as_it_is() =>
        Samples.PaperHtml(Samples.Attempt()).ShouldContain("Thủ đô của Việt Nam?");

    [Fact]
    public void Nothing_inline_that_the_content_security_policy_forbids()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        html.ShouldNotContain(" style=");
        Regex.IsMatch(html, " on[a-z]+=", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public void Neither_the_key_nor_codes_nor_explanations_are_in_the_page()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        foreach (var hidden in new[] { "T-001", "Vì", "Điều 1", "right", "Right", "correct" })
        {
            html.ShouldNotContain(hidden, Case.Sensitive);
        }
    }

    [Fact]
    public void Two_papers_that_differ_in_the_key_alone_are_the_same_bytes()
    {
        var other = new SealedSet(1, Samples.Set.Topics, Samples.Set.Questions.Select(Rekeyed).ToValueList(), Samples.Set.Blueprint, Samples.Contest.Paper);
        other.Questions[0].Key.ShouldNotBe(Samples.Set.Questions[0].Key);
        Samples.PaperHtml(Samples.Attempt(), set: other).ShouldBe(Samples.PaperHtml(Samples.Attempt()));
    }

    [Fact]
    public void Values_are_the_places_shown_from_0()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        for (var position = 0; position < 3; position++)
        {
            Values(html, position).ShouldBe(Enumerable.Range(0, Samples.Paper.Lines[position].Order.Length).Select(place => $"{place}"));
        }
    }

    [Fact]
    public void Where_several_choices_are_right_there_are_check_boxes()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        var several = Array.FindIndex(Samples.Paper.Lines, line => line.Question == 2);
        html.ShouldContain($"type=\"checkbox\" name=\"q{several + 1}\"");
        Regex.Count(html, "type=\"checkbox\"", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(4);
        html.ShouldContain("Chọn tất cả phương án đúng");
    }

    [Fact]
    public void Ticks_and_prediction_are_shown_again()
    {
        var answers = AnswerSheet.Blank(3);
        answers.Merge(new AnswerChange(1, 0b10, 4));
        answers.Merge(new PredictionChange(1234, 7));
        var html = Samples.PaperHtml(Samples.Attempt(answers));
        Regex.Count(html, " checked>", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(1);
        html.ShouldContain("name=\"q2\" value=\"1\" checked>");
        html.ShouldContain("name=\"prediction\" value=\"1234\"");
        html.ShouldContain("data-answers=\"[[0,0],[2,4],[0,0]]\"");
        html.ShouldContain("data-prediction=\"[1234,7]\"");
        html.ShouldContain("name=\"sequence\" value=\"8\"");
        html.ShouldContain("✓ Đã lưu 1 câu");
    }

    [Fact]
    public void The_plain_form_says_when_the_time_is_over_by_the_contests_zone()
    {
        var html = Samples.PaperHtml(Samples.Attempt());
        html.ShouldContain("Bài hết giờ lúc 02:00:00; khi trang này mở ra còn 18 phút.");
        html.ShouldContain($"action=\"/attempts/{Samples.Id}/answers\"");
        html.ShouldContain($"formaction=\"/attempts/{Samples.Id}/submission\"");
    }

    [Fact]
    public void English_where_it_is_chosen()
    {
        var html = Samples.PaperHtml(Samples.Attempt(), Language.ByChoiceEnglish);
        html.ShouldContain("Week 1 · attempt 1/2");
        html.ShouldContain("Topic &lt;A&gt;");
    }

    [Fact]
    public void A_paper_longer_than_the_writers_page_is_whole()
    {
        var html = Samples.Html(output =>
        {
            var writer = new HoiThi.Server.Attempts.Pages.Html(output);
            for (var line = 0; line < 20_000; line++)
            {
                writer.Raw("<p>"u8);
                writer.Value(line);
                writer.Raw("</p>"u8);
            }

            writer.Flush();
        });
        html.ShouldBe(string.Concat(Enumerable.Range(0, 20_000).Select(line => $"<p>{line}</p>")));
    }

    /// <summary>The same question with each "right" moved on by one choice; built anew, as Key is computed at birth.</summary>
    private static Question Rekeyed(Question question) => new(
        question.Code, question.Topic, question.Difficulty, question.Text,
        question.Choices.Select((choice, index) => choice with { Right = question.Choices[(index + 1) % question.Choices.Count].Right }).ToValueList(),
        question.Explanation, question.Source);

    private static string[] Values(string html, int position) =>
        [.. Inputs(html, position).Select(match => match.Groups["value"].Value)];

    private static MatchCollection Inputs(string html, int position) => Regex.Matches(
        html, $"name=\"q{position + 1}\" value=\"(?<value>\\d)\"[^>]*><span>(?<text>.*?)</span></label>", RegexOptions.None, TimeSpan.FromSeconds(1));
}
