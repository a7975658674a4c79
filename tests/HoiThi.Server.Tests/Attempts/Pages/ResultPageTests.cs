using HoiThi.Core.Attempts;
using HoiThi.Core.Scoring;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Attempts.Pages;

public sealed class ResultPageTests
{
    private static readonly ResultView Submitted = new(
        Samples.Shell, Language.Vietnamese, Samples.Contest, Samples.Contest.Rounds[0], Samples.Rules,
        Samples.Attempt() with { State = AttemptState.Submitted, Submitted = 1_698_000_372_418, Grade = new Grade(200, 2, 3) },
        new DateTime(2023, 10, 24, 9, 0, 0), ScoreShown: true, ScoreFrom: null, new Place(12, 3_410, Final: false), Counted: 1, Left: 1,
        "ABCD1234EFGH", Review: null, new DateTime(2023, 10, 27, 17, 30, 0));

    [Fact]
    public void The_score_the_time_and_the_place_so_far_are_shown()
    {
        var html = Render(Submitted);
        html.ShouldContain("<b>2/3</b>");
        html.ShouldContain("6:12,418");
        html.ShouldContain("Thứ 12");
        html.ShouldContain("trong 3.410 người (tạm tính)");
    }

    [Fact]
    public void The_receipt_is_grouped_in_fours() => Render(Submitted).ShouldContain("<code>ABCD 1234 EFGH</code>");

    [Fact]
    public void Before_its_time_the_page_has_no_right_answers()
    {
        var html = Render(Submitted);
        html.ShouldContain("được mở tại trang này từ 17:30 thứ Sáu, 27/10");
        html.ShouldNotContain("Hà Nội");
        html.ShouldNotContain("Đáp án đúng");
    }

    [Fact]
    public void A_score_that_is_not_shown_yet_is_not_in_the_page()
    {
        var html = Render(Submitted with { ScoreShown = false, Place = null, ScoreFrom = new DateTime(2023, 10, 27, 17, 30, 0) });
        html.ShouldNotContain("2/3");
        html.ShouldContain("Điểm được công bố từ 17:30 thứ Sáu, 27/10");
    }

    [Fact]
    public void The_review_marks_what_was_given_and_what_is_right_at_the_places_shown()
    {
        var html = Reviewed(explained: true);
        html.ShouldContain("<li class=\"wrong\"><span>Huế</span><small>✗ Bạn chọn</small>");
        html.ShouldContain("<li class=\"key\"><span>Hà Nội</span><small>✓ Đáp án đúng</small>");
        html.ShouldContain("<li><span>Hải Phòng</span></li>");
        html.ShouldContain("Vì &lt;thế&gt;");
        html.ShouldContain("Căn cứ: Điều 1");
        html.ShouldNotContain("<script");
    }

    [Fact]
    public void A_review_without_explanations_tells_right_from_wrong_and_keeps_the_key()
    {
        var html = Reviewed(explained: false);
        html.ShouldContain("✗ Sai");
        html.ShouldContain("<li><span>Huế</span><small>Bạn chọn</small>");
        html.ShouldContain("<li><span>Hà Nội</span></li>");
        html.ShouldNotContain("class=\"key\"");
        html.ShouldNotContain("Đáp án đúng");
        html.ShouldNotContain("Vì &lt;thế&gt;");
        html.ShouldNotContain("Căn cứ");
    }

    [Fact]
    public void An_expired_attempt_says_that_the_server_submitted_it() =>
        Render(Submitted with { Attempt = Submitted.Attempt with { State = AttemptState.Expired } })
            .ShouldContain("Đã hết giờ, bài được nộp tự động");

    /// <summary>The page of somebody who took Huế for the capital.</summary>
    private static string Reviewed(bool explained)
    {
        var paper = Samples.Paper;
        var capital = Array.FindIndex(paper.Lines, line => line.Question == 0);
        var answers = AnswerSheet.Blank(3);
        answers.Merge(new AnswerChange(capital, paper.Lines[capital].ToShown(0b001), 1)); // Huế
        return Render(Submitted with
        {
            Attempt = Submitted.Attempt with { Answers = answers },
            Review = new Review(new EncodedSet(Samples.Set, Language.Vietnamese), paper, Explained: explained),
        });
    }

    private static string Render(ResultView view) => Samples.Html(output => ResultPage.Write(output, view));
}
