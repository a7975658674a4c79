using System.Net;
using AngleSharp.Html.Dom;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Questions;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>The paper: the same wherever it is opened, and without the key.</summary>
public sealed class PaperTests(PostgresServer postgres, SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_paper_is_the_same_after_a_reload_and_on_another_node(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var first = await TextAsync(contestant, Paths.Paper(attempt));
        (await TextAsync(contestant, Paths.Paper(attempt))).ShouldBe(first);
        (await TextAsync(contestant.At(second), Paths.Paper(attempt))).ShouldBe(first);

        var page = await contestant.PageAsync(Paths.Paper(attempt));
        page.QuerySelectorAll("fieldset.question .question-text").Select(text => text.TextContent)
            .ShouldBe(contestant.At(site.Node).PaperOf(attempt).Lines.Select((_, position) => contestant.PaperOf(attempt).QuestionAt(position).Text.Vi));
        page.QuerySelectorAll("fieldset.question").Length.ShouldBe(TestContest.PaperLength);
        page.QuerySelector("input[name=prediction]").ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_attempts_have_two_papers(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        var papers = new HashSet<string>();
        for (var person = 0; person < 5; person++)
        {
            using var contestant = await site.Node.ContestantAsync();
            var page = await contestant.PageAsync(Paths.Paper(await contestant.StartAsync()));
            papers.Add(string.Join('|', page.QuerySelectorAll("fieldset.question").Select(question => question.Words())));
        }

        papers.Count.ShouldBe(5);
    }

    /// <summary>Then a page cannot hold the key, nor anything from which it could be reckoned.</summary>
    [Fact]
    public async Task Contests_that_differ_in_the_key_alone_give_the_same_page_and_replies()
    {
        var person = new Person();
        var texts = new List<string>();
        foreach (var turn in new[] { 0, 1, 3 })
        {
            await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, postgres, contest: WithKeyTurned(turn));
            using var contestant = await site.Node.ContestantAsync(person);
            var attempt = await contestant.StartAsync();
            var html = await TextAsync(contestant, Paths.Paper(attempt));
            using var saved = await contestant.SaveAsync(attempt, "{\"changes\":[[0,1,1],[1,2,2],[2,4,3],[3,8,4]]}");
            texts.Add((html + await saved.Content.ReadAsStringAsync() + await TextAsync(contestant, Paths.Paper(attempt))).Replace(attempt, "#", StringComparison.Ordinal));
        }

        texts.Distinct().ShouldHaveSingleItem();
        texts[0].ShouldContain("Phương án 1.8.d");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Neither_the_page_nor_a_reply_holds_the_key(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        var html = await TextAsync(contestant, Paths.Paper(attempt));
        using var saved = await contestant.SaveAsync(attempt, contestant.Answers(attempt, right: 3));
        var reply = await saved.Content.ReadAsStringAsync();
        using var reloaded = await contestant.GetAsync(Paths.Paper(attempt));
        foreach (var text in new[] { html, reply, await reloaded.Content.ReadAsStringAsync() })
        {
            text.ShouldNotContain("Giải thích");
            text.ShouldNotContain("Điều ");
            text.ShouldNotContain("R1-0");
            text.ShouldNotContain("right", Case.Sensitive);
            text.ShouldNotContain("correct", Case.Sensitive);
        }

        // Values are the places shown, 0 to 3 in every question: what they are in the bank is not told.
        var page = await contestant.PageAsync(Paths.Paper(attempt));
        foreach (var question in page.QuerySelectorAll("fieldset.question"))
        {
            question.QuerySelectorAll("input").Cast<IHtmlInputElement>().Select(input => input.Value).ShouldBe(["0", "1", "2", "3"]);
            question.QuerySelectorAll("*").SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
                .ShouldBeSubsetOf(["class", "type", "name", "value", "tabindex", "id", "checked"]);
        }

        reply.ShouldMatch("^\\{\"state\":\"open\",\"remaining\":\\d+,\"answers\":\\[(\\[\\d+,\\d+\\],?)+\\],\"prediction\":\\[null,0\\]\\}$");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_paper_of_somebody_else_is_as_good_as_none(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var owner = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        var attempt = await owner.StartAsync();
        using var paper = await other.GetAsync(Paths.Paper(attempt));
        using var result = await other.GetAsync(Paths.Result(attempt));
        using var save = await other.SaveAsync(attempt, "{\"changes\":[[0,1,1]]}");
        using var submit = await other.SubmitAsync(attempt);
        using var none = await other.GetAsync(Paths.Paper(new AttemptId(site.Node.Contest.Number, owner.Id, 1, 2).ToString()));
        new[] { paper, result, save, submit, none }.ShouldAllBe(response => response.StatusCode == HttpStatusCode.NotFound);
        (await paper.Content.ReadAsStringAsync()).ShouldBe(await none.Content.ReadAsStringAsync());
        (await site.ValueAsync<int>("SELECT state FROM attempt WHERE contestant = @p0", site.Parameter(owner.Id))).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_attempt_of_ones_own_that_does_not_exist_is_not_found(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.StartAsync();
        foreach (var id in new[] { new AttemptId(site.Node.Contest.Number, contestant.Id, 1, 2), new AttemptId(site.Node.Contest.Number, contestant.Id, 9, 1), new AttemptId(77, contestant.Id, 1, 1) })
        {
            using var paper = await contestant.GetAsync(Paths.Paper(id.ToString()));
            using var save = await contestant.SaveAsync(id.ToString(), "{\"changes\":[]}");
            using var submit = await contestant.SubmitAsync(id.ToString());
            using var result = await contestant.GetAsync(Paths.Result(id.ToString()));
            new[] { paper, save, submit, result }.ShouldAllBe(response => response.StatusCode == HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    public async Task An_id_that_is_none_is_not_found(string id)
    {
        var site = await sites.Of(DatabaseKind.Sqlite);
        using var contestant = await site.Node.ContestantAsync();
        using var response = await contestant.GetAsync(Paths.Paper(id));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_cache_on_the_way_keeps_the_page_of_one_person(DatabaseKind kind)
    {
        var site = await sites.Of(kind);
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await contestant.StartAsync();
        foreach (var path in new[] { Paths.Paper(attempt), Paths.Round(1), Paths.Join })
        {
            using var response = await contestant.GetAsync(path);
            response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    /// <summary>All questions in one order, so that nothing but the key is left to differ.</summary>
    private static ContestBundle WithKeyTurned(int turn)
    {
        var bundle = TestContest.Bundle;
        var round = bundle.Contest.Rounds[0] with { Blueprint = [new("chung", Difficulty.Easy, 8)] };
        return bundle with
        {
            Contest = bundle.Contest with
            {
                Paper = bundle.Contest.Paper with { ShuffleQuestions = false, ShuffleChoices = false },
                Rounds = [round, bundle.Contest.Rounds[1]],
            },
            Banks = bundle.Banks.Select(bank => bank with { Questions = bank.Questions.Select(Turned).ToValueList() }).ToValueList(),
        };

        Question Turned(Question question) => question with
        {
            Choices = question.Choices.Select((choice, index) => choice with { Right = question.Choices[(index + turn) % 4].Right }).ToValueList(),
        };
    }

    private static async Task<string> TextAsync(Contestant contestant, string path)
    {
        using var response = await contestant.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }
}
