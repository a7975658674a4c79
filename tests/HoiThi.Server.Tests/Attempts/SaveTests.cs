using System.Net;
using System.Text;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Saving: what is acknowledged is stored, and the last tick of each question wins wherever it came from.</summary>
public sealed class SaveTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_devices_merge_question_by_question_by_sequence(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var phone = await site.Node.ContestantAsync();
        using var desk = second.Visitor(phone.Person);
        (await desk.ReturnAsync(phone.Person.CitizenId, phone.Code)).ShouldLeadTo(Paths.Home);
        var attempt = await phone.StartAsync();

        (await AnswersAsync(await phone.SaveAsync(attempt, "{\"changes\":[[0,1,1],[1,2,2]],\"prediction\":[10,3]}"))).ShouldBe("1:1 2:2 0:0 0:0 0:0 | 10:3");
        (await AnswersAsync(await desk.SaveAsync(attempt, "{\"changes\":[[1,4,5],[2,8,6]]}"))).ShouldBe("1:1 4:5 8:6 0:0 0:0 | 10:3");

        // What the phone sends late, or again, does not undo what was ticked after it.
        (await AnswersAsync(await phone.SaveAsync(attempt, "{\"changes\":[[1,2,2],[0,2,4]],\"prediction\":[11,2]}"))).ShouldBe("2:4 4:5 8:6 0:0 0:0 | 10:3");
        (await AnswersAsync(await desk.SaveAsync(attempt, "{\"changes\":[[2,0,7]],\"prediction\":[null,8]}"))).ShouldBe("2:4 4:5 0:7 0:0 0:0 | null:8");

        var page = await phone.PageAsync(Paths.Paper(attempt));
        page.QuerySelector("form.paper")!.GetAttribute("data-answers").ShouldBe("[[2,4],[4,5],[0,7],[0,0],[0,0]]");
        page.QuerySelectorAll("input[checked]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}").ShouldBe(["q1=1", "q2=2"]);
        page.QuerySelector("input[name=sequence]")!.GetAttribute("value").ShouldBe("9");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_hundred_saves_at_once_in_any_order_end_as_the_last_of_each_question(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var phone = await site.Node.ContestantAsync();
        using var desk = second.Visitor(phone.Person);
        (await desk.ReturnAsync(phone.Person.CitizenId, phone.Code)).ShouldLeadTo(Paths.Home);
        var attempt = await phone.StartAsync();
        var order = Enumerable.Range(1, 100).OrderBy(_ => Random.Shared.Next()).ToArray();

        await Task.WhenAll(order.Select(async sequence =>
        {
            using var saved = await (sequence % 2 == 0 ? phone : desk).SaveAsync(attempt, $"{{\"changes\":[[{sequence % 5},{1 << (sequence % 4)},{sequence}]]}}");
            saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        }));

        (await AnswersAsync(await phone.SaveAsync(attempt, "{\"changes\":[]}"))).ShouldBe("1:100 1:96 2:97 4:98 8:99 | null:0");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_script_the_form_saves_and_shows_what_it_saved(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        using (var saved = await contestant.PostAsync($"/attempts/{attempt}/answers", new() { ["sequence"] = "1", ["q1"] = "2", ["q3"] = "0", ["prediction"] = "1.234" }))
        {
            saved.ShouldLeadTo(Paths.Paper(attempt));
        }

        var page = await contestant.PageAsync(Paths.Paper(attempt));
        page.QuerySelector("form.paper")!.GetAttribute("data-answers").ShouldBe("[[4,1],[0,0],[1,1],[0,0],[0,0]]");
        page.QuerySelector("input[name=prediction]")!.GetAttribute("value").ShouldBe("1234");
        page.QuerySelector("[data-state]")!.Words().ShouldContain("Đã lưu 2 câu");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_form_ticks_several_choices_where_several_are_right(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        using var body = new StringContent("sequence=1&q2=0&q2=3&q2=9&q2=-1&q2=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        (await contestant.SendAsync(HttpMethod.Post, $"/attempts/{attempt}/answers", body)).ShouldLeadTo(Paths.Paper(attempt));
        (await contestant.PageAsync(Paths.Paper(attempt))).QuerySelector("form.paper")!.GetAttribute("data-answers").ShouldBe("[[0,0],[9,1],[0,0],[0,0],[0,0]]");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Until_the_grace_is_over_a_save_counts_and_after_it_nothing_does(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(30));
        using (var inGrace = await contestant.SaveAsync(attempt, "{\"changes\":[[0,1,1]]}"))
        {
            inGrace.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await inGrace.JsonAsync()).GetProperty("remaining").GetInt64().ShouldBe(0);
        }

        site.Clock.Advance(TimeSpan.FromMilliseconds(1));
        using var late = await contestant.SaveAsync(attempt, "{\"changes\":[[0,2,2],[1,1,3]]}");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var told = await late.JsonAsync();
        told.GetProperty("state").GetString().ShouldBe("over");
        told.GetProperty("result").GetString().ShouldBe(Paths.Result(attempt));
        var stored = await site.ValueAsync<string>("SELECT hex FROM (SELECT " + (kind == DatabaseKind.Sqlite ? "hex(answers)" : "upper(encode(answers, 'hex'))") + " AS hex FROM attempt) a");
        stored.ShouldBe("010001000000000000000000000000");

        // The result's page submits what there is, if the job has not come by.
        using var result = await contestant.GetAsync(Paths.Result(attempt));
        result.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.ValueAsync<int>("SELECT state FROM attempt")).ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"changes\":7}")]
    [InlineData("{\"changes\":[7]}")]
    [InlineData("{\"changes\":[[]]}")]
    [InlineData("{\"changes\":[[0,1]]}")]
    [InlineData("{\"changes\":[[0,300,1]]}")]
    [InlineData("{\"changes\":[[0,-1,1]]}")]
    [InlineData("{\"changes\":[[0.5,1,1]]}")]
    [InlineData("{\"changes\":[[\"0\",1,1]]}")]
    [InlineData("{\"changes\":[[0,1,99999999999]]}")]
    [InlineData("{\"changes\":[],\"prediction\":[]}")]
    [InlineData("{\"changes\":[],\"prediction\":[1]}")]
    [InlineData("{\"changes\":[],\"prediction\":[\"1\",1]}")]
    public async Task A_body_that_says_nothing_sensible_is_a_bad_request(string json)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        using var saved = await contestant.SaveAsync(attempt, json);
        using var submitted = await contestant.SubmitAsync(attempt, json);
        saved.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        submitted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        saved.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await contestant.PageAsync(Paths.Paper(attempt))).QuerySelector("form.paper")!.GetAttribute("data-answers").ShouldBe("[[0,0],[0,0],[0,0],[0,0],[0,0]]");
    }

    [Theory]
    [InlineData("{\"changes\":[[99,1,1]]}")]
    [InlineData("{\"changes\":[[-1,1,1]]}")]
    [InlineData("{\"changes\":[[0,1,0]]}")]
    [InlineData("{\"changes\":[[0,1,-5]]}")]
    [InlineData("{\"changes\":[[0,1,70000]]}")]
    [InlineData("{\"prediction\":[5,70000]}")]
    [InlineData("{\"more\":true}")]
    public async Task What_the_paper_does_not_have_changes_nothing(string json)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await AnswersAsync(await contestant.SaveAsync(attempt, json))).ShouldBe("0:0 0:0 0:0 0:0 0:0 | null:0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_a_hundred_thousand_bytes_is_refused_whether_or_not_it_says_so(bool chunked)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var text = "{\"changes\":[" + string.Join(',', Enumerable.Repeat("[0,1,1]", 12_500)) + "]}";
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using var response = await contestant.SendAsync(HttpMethod.Put, $"/attempts/{attempt}/answers", body, chunked ? [("Transfer-Encoding", "chunked")] : []);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_prediction_beyond_reason_is_taken_as_the_largest(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        (await AnswersAsync(await contestant.SaveAsync(attempt, "{\"prediction\":[9223372036854775807,1]}"))).ShouldEndWith("9999999999:1");
        (await AnswersAsync(await contestant.SaveAsync(attempt, "{\"prediction\":[-3,2]}"))).ShouldEndWith("0:2");
    }

    /// <summary>The acknowledged answers as <c>mask:sequence …| prediction:sequence</c>.</summary>
    private static async Task<string> AnswersAsync(HttpResponseMessage response)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var json = await response.JsonAsync();
            json.GetProperty("state").GetString().ShouldBe("open");
            var answers = json.GetProperty("answers").EnumerateArray().Select(cell => $"{cell[0]}:{cell[1]}");
            var prediction = json.GetProperty("prediction");
            return $"{string.Join(' ', answers)} | {prediction[0].GetRawText()}:{prediction[1]}";
        }
    }
}
