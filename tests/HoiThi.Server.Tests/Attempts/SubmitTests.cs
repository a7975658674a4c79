using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Server.Contests;
using HoiThi.Server.Jobs;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Submitting, and what the clock submits: once is once, and the result is the same for ever.</summary>
public sealed class SubmitTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Submitting_shows_score_time_place_and_receipt(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var better = await site.Node.ContestantAsync();
        using var contestant = await site.Node.ContestantAsync();
        await better.TakeAsync(5);
        var attempt = await contestant.TakeAsync(right: 3, prediction: 1234, time: TimeSpan.FromSeconds(92.5));

        var result = await contestant.PageAsync(Paths.Result(attempt));
        result.QuerySelector("h1")!.Words().ShouldBe("Đã nộp bài");
        var figures = result.QuerySelectorAll("p.figure").Select(figure => figure.Words()).ToArray();
        figures.ShouldContain("câu đúng3/5");
        figures.ShouldContain("điểm3");
        figures.ShouldContain(figure => figure.StartsWith("thời gian làm bài", StringComparison.Ordinal) && figure.Contains("1:32,500"));
        figures.ShouldContain(figure => figure.Contains("1.234"));
        result.QuerySelector("p.place")!.Words().ShouldBe("Thứ 2 trong 2 người (tạm tính)");
        result.QuerySelector("p.receipt code")!.Words().ShouldMatch("^([2-9A-HJKMNP-TV-Z]{4} ){3}[2-9A-HJKMNP-TV-Z]{4}$");
        result.Body!.Words().ShouldContain("Còn 1 lượt");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Submitting_again_and_again_on_two_nodes_is_submitting_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync();
        using var elsewhere = second.Visitor(contestant.Person);
        (await elsewhere.ReturnAsync(contestant.Person.CitizenId, contestant.Code)).ShouldLeadTo(Paths.Home);
        var attempt = await contestant.StartAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        var body = contestant.Answers(attempt, right: 4, prediction: 7);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(tap => (tap % 2 == 0 ? contestant : elsewhere).SubmitAsync(attempt, body)));
        replies.ShouldAllBe(reply => reply.StatusCode == HttpStatusCode.OK);
        var first = await TextAsync(contestant, attempt);

        // A retry that comes minutes later, with other answers, gets the same result and changes nothing.
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        using (var retry = await contestant.SubmitAsync(attempt, contestant.Answers(attempt, right: 5, prediction: 8, sequence: 9)))
        {
            (await retry.JsonAsync()).GetProperty("result").GetString().ShouldBe(Paths.Result(attempt));
        }

        (await TextAsync(contestant, attempt)).ShouldBe(first);
        (await TextAsync(elsewhere, attempt)).ShouldBe(first);
        (await site.ValueAsync<long>("SELECT count(*) FROM standing WHERE round = 1")).ShouldBe(1);
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1")).ShouldBe(1);
        (await site.ValueAsync<long>("SELECT sum(attempts) FROM tally WHERE round = 1")).ShouldBe(1);
        (await site.ValueAsync<long>("SELECT score FROM standing WHERE round = 1")).ShouldBe(400);
        (await site.ValueAsync<long>("SELECT time FROM standing WHERE round = 1")).ShouldBe(180_000);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_form_without_a_script_submits_and_leads_to_the_result(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var page = await contestant.PageAsync(Paths.Paper(attempt));
        var submit = (IHtmlButtonElement)page.QuerySelector("button[data-submit]")!;
        var key = contestant.PaperOf(attempt);
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["sequence"] = "1", ["prediction"] = "12" };
        for (var position = 0; position < TestContest.PaperLength; position++)
        {
            if (!key.QuestionAt(position).Multiple)
            {
                form[$"q{position + 1}"] = int.Log2(key.Lines[position].ToShown(key.QuestionAt(position).Key)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        using var response = await contestant.PostAsync(submit.GetAttribute("formaction")!, form);
        response.ShouldLeadTo(Paths.Result(attempt));
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector("p.score b")!.Words().ShouldBe($"{form.Count - 2}/5");
        (await contestant.GetAsync(Paths.Paper(attempt))).Headers.Location!.OriginalString.ShouldBe(Paths.Result(attempt));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_submission_within_the_grace_counts_and_took_the_whole_time(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.TakeAsync(right: 5, time: TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(30));
        var result = await contestant.PageAsync(Paths.Result(attempt));
        result.QuerySelector("h1")!.Words().ShouldBe("Đã nộp bài");
        result.Body!.Words().ShouldContain("20:00,000");
        (await site.ValueAsync<long>("SELECT correct FROM attempt")).ShouldBe(5);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_submission_after_the_grace_gets_what_was_saved_before(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.SaveAsync(attempt, contestant.Answers(attempt, right: 2))).StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Clock.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(30.001));
        using var late = await contestant.SubmitAsync(attempt, contestant.Answers(attempt, right: 5, sequence: 2));
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        var result = await contestant.PageAsync(Paths.Result(attempt));
        result.QuerySelector("h1")!.Words().ShouldContain("Đã hết giờ");
        result.QuerySelector("p.score b")!.Words().ShouldBe("2/5");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_job_submits_what_there_is_when_time_and_grace_are_over(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.SaveAsync(attempt, contestant.Answers(attempt, right: 4, prediction: 3))).StatusCode.ShouldBe(HttpStatusCode.OK);

        site.Clock.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(30));
        (await site.Node.ExpireAsync()).ShouldBe(0);
        site.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(site.Node.ExpireAsync(), second.ExpireAsync(), site.Node.ExpireAsync());

        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(2);
        (await site.ValueAsync<long>("SELECT submitted - started FROM attempt")).ShouldBe(20 * 60_000);
        (await site.ValueAsync<long>("SELECT sum(attempts) FROM tally WHERE round = 1")).ShouldBe(1);
        (await site.Node.ExpireAsync()).ShouldBe(0);
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector("p.score b")!.Words().ShouldBe("4/5");
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_job_comes_by_itself(DatabaseKind kind)
    {
        var time = new FakeTimeProvider(TestContest.Week1);
        await using var site = await TestSite.StartAsync(kind, postgres, time);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.StartAsync();
        time.Advance(TimeSpan.FromMinutes(21));
        for (var wait = 0; wait < 100 && await site.ValueAsync<int>("SELECT state FROM attempt") == 0; wait++)
        {
            await Task.Delay(50);
        }

        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_result_does_not_wait_for_the_job(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await contestant.GetAsync(Paths.Result(attempt))).Headers.Location!.OriginalString.ShouldBe(Paths.Paper(attempt));
        site.Clock.Advance(TimeSpan.FromMinutes(21));
        (await contestant.GetAsync(Paths.Paper(attempt))).Headers.Location!.OriginalString.ShouldBe(Paths.Result(attempt));
        (await contestant.PageAsync(Paths.Result(attempt))).QuerySelector("h1")!.Words().ShouldContain("Đã hết giờ");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Right_answers_and_explanations_are_shown_when_the_round_is_over_and_not_before(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.TakeAsync(right: 3);

        // The last attempts end with the grace after the window: until then the key would still help somebody.
        foreach (var moment in new[] { TestContest.Week1, TestContest.Week1Closes, TestContest.Week1Closes.AddSeconds(30) })
        {
            site.Clock.Now = moment;
            var before = await TextAsync(contestant, attempt);
            before.ShouldNotContain("Giải thích cho");
            before.ShouldNotContain("class=\"review\"");
            before.ShouldNotContain("Phương án");
            before.ShouldContain("17:00 thứ Sáu, 08/03");
        }

        site.Clock.Now = TestContest.Week1Closes.AddSeconds(31);
        var after = await contestant.PageAsync(Paths.Result(attempt));
        var review = after.QuerySelectorAll("ol.review > li");
        review.Length.ShouldBe(TestContest.PaperLength);
        review.Count(line => line.QuerySelector(".chip.good") is not null).ShouldBe(3);
        for (var position = 0; position < review.Length; position++)
        {
            var question = contestant.PaperOf(attempt).QuestionAt(position);
            review[position].QuerySelector(".why")!.Words().ShouldBe(question.Explanation!.Vi);
            review[position].QuerySelectorAll("li.key span").Select(key => key.Words()).Order(StringComparer.Ordinal)
                .ShouldBe(question.Choices.Where(choice => choice.Right).Select(choice => choice.Text.Vi));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_better_attempt_counts_and_both_are_listed(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(4);
        var worse = await contestant.TakeAsync(1);
        (await contestant.PageAsync(Paths.Result(worse))).Body!.Words().ShouldContain("Lượt được tính cho thứ hạng là lượt 1");
        (await contestant.PageAsync(Paths.Round(1))).QuerySelectorAll("ul.rows li").Length.ShouldBe(2);
        (await site.ValueAsync<long>("SELECT score FROM standing WHERE round = 1")).ShouldBe(400);
        (await site.ValueAsync<long>("SELECT sum(score) FROM tally WHERE round = 0")).ShouldBe(400);
        (await site.ValueAsync<long>("SELECT sum(attempts) FROM tally WHERE round = 0")).ShouldBe(2);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    private static async Task<string> TextAsync(Contestant contestant, string attempt)
    {
        using var response = await contestant.GetAsync(Paths.Result(attempt));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
