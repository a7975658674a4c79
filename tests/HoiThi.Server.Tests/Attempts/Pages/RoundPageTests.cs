using HoiThi.Core.Attempts;
using HoiThi.Core.Scoring;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Tests.Attempts.Pages;

public sealed class RoundPageTests
{
    private const string StartButton = "Bắt đầu làm bài";

    private static readonly RoundView Open = new(
        Samples.Shell, Language.Vietnamese, Samples.Contest, Samples.Contest.Rounds[0], Samples.Rules, RoundStage.Open,
        new DateTime(2023, 10, 23, 7, 30, 0), new DateTime(2023, 10, 27, 17, 30, 0), Until: 86_400_000, Joined: true, Current: null, [], new AttemptsLeft(2, null, null, null, null));

    private static readonly AttemptLine Over = new(
        Samples.Id, AttemptState.Submitted, new DateTime(2023, 10, 24, 9, 0, 0), 372_418, new Grade(200, 2, 3), Counted: true);

    [Fact]
    public void An_open_round_has_a_form_that_starts_the_clock()
    {
        var html = Render(Open);
        html.ShouldContain("<form method=\"post\" data-once action=\"/competition/sample/rounds/1/attempts\">");
        html.ShouldContain(StartButton);
        html.ShouldContain("thời gian tính từ bây giờ");
    }

    [Fact]
    public void A_late_start_is_told_how_few_minutes_there_are() =>
        Render(Open with { Until = (12 * 60_000) + 59_000 }).ShouldContain("chỉ còn 12 phút");

    [Fact]
    public void A_paper_in_progress_is_gone_on_with()
    {
        var html = Render(Open with { Current = new CurrentAttempt(Samples.Id, 768_999) });
        html.ShouldContain($"href=\"/attempts/{Samples.Id}\"");
        html.ShouldContain("còn 12:48");
        html.ShouldNotContain(StartButton);
    }

    [Fact]
    public void Without_an_attempt_left_there_is_nothing_to_start()
    {
        var html = Render(Open with { Attempts = [Over, Over with { Counted = false }], Left = new AttemptsLeft(0, null, null, null, null) });
        html.ShouldContain("Bạn đã dùng hết 2 lượt thi");
        html.ShouldNotContain(StartButton);
        html.ShouldContain("2/3");
        html.ShouldContain("6:12,418");
    }

    [Fact]
    public void A_score_that_is_not_shown_yet_is_not_in_the_page()
    {
        var html = Render(Open with { Attempts = [Over with { Grade = null }] });
        html.ShouldNotContain("2/3");
        html.ShouldContain("chưa công bố");
    }

    [Fact]
    public void A_stranger_is_sent_to_register() =>
        Render(Open with { Joined = false }).ShouldContain("href=\"/competition/sample/join?round=1\"");

    [Fact]
    public void A_round_to_come_counts_down()
    {
        var html = Render(Open with { Stage = RoundStage.Coming, Until = 90_061_000 });
        html.ShouldContain("data-countdown=\"90061000\"");
        html.ShouldContain("<b>1</b> ngày");
        html.ShouldNotContain(StartButton);
    }

    [Fact]
    public void A_closed_round_says_so()
    {
        var html = Render(Open with { Stage = RoundStage.Closed });
        html.ShouldContain("đã đóng lúc 17:30 thứ Sáu, 27/10");
        html.ShouldNotContain(StartButton);
    }

    private static string Render(RoundView view) => Samples.Html(output => RoundPage.Write(output, view));
}
