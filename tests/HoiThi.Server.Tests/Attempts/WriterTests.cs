using System.Net;
using HoiThi.Core;
using HoiThi.Server.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>The writer under faults: nothing is acknowledged that is not stored, and one bad write fails alone.</summary>
public sealed class WriterTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Writes_that_gather_while_another_is_under_way_share_a_transaction(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: FaultyStore.On);
        var store = site.Node.Get<FaultyStore>();
        var people = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => site.Node.ContestantAsync()));
        store.Hold();
        var before = store.Transactions;
        var starts = people.Select(person => person.StartAsync()).ToArray();
        await Task.Delay(300);
        starts.ShouldAllBe(start => !start.IsCompleted);
        store.Resume();
        (await Task.WhenAll(starts)).Distinct().Count().ShouldBe(40);
        (store.Transactions - before).ShouldBeLessThan(10);
        (await site.CountAsync("attempt")).ShouldBe(40);
        Array.ForEach(people, person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task When_the_database_takes_nothing_everybody_is_asked_to_come_again_and_nothing_is_half_done(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: FaultyStore.On);
        using var contestant = await site.Node.ContestantAsync();
        using var visitor = site.Node.Visitor();
        var attempt = await contestant.StartAsync();
        var form = await visitor.FormAsync();
        var body = contestant.Answers(attempt, right: 5);
        var store = site.Node.Get<FaultyStore>();

        store.Failing = true;
        using (var save = await contestant.SaveAsync(attempt, body))
        using (var submit = await contestant.SubmitAsync(attempt, body))
        using (var join = await visitor.PostAsync(Paths.Join, form))
        {
            foreach (var response in new[] { save, submit, join })
            {
                response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
                response.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(3, 10);
                response.Headers.Contains("Set-Cookie").ShouldBeFalse();
            }

            save.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await join.PageAsync()).QuerySelector("h1")!.Words().ShouldBe("Hệ thống đang rất đông");
        }

        (await site.CountAsync("standing")).ShouldBe(0);
        (await site.CountAsync("tally")).ShouldBe(0);
        (await site.CountAsync("contestant")).ShouldBe(1);

        // The same requests again, as a browser sends them: now they count, once.
        store.Failing = false;
        (await contestant.SubmitAsync(attempt, body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.PostAsync(Paths.Join, form)).ShouldLeadTo(Paths.Joined);
        (await site.ValueAsync<int>("SELECT correct FROM attempt")).ShouldBe(5);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task When_too_many_writes_wait_the_next_is_told_so_and_those_that_wait_are_stored(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: FaultyStore.On);
        using var waiting = await site.Node.ContestantAsync();
        using var late = await site.Node.ContestantAsync();
        var (store, writer) = (site.Node.Get<FaultyStore>(), site.Node.Get<AttemptWriter>());
        store.Hold();
        var start = waiting.StartAsync();
        await Task.Delay(200);

        // Whoever does not exist costs the writer nothing but a place in the queue: 20,000 of them, and a batch on its way.
        var nobody = site.Node.Get<HoiThi.Server.Security.Secrets>().IdOf(TestContest.Slug, "nobody");
        var rules = site.Node.Contest.LiveRound(1)!;
        var crowd = Enumerable.Range(0, 22_000).Select(_ => writer.Start(rules, nobody, 0)).ToArray();
        using (var refused = await late.PostAsync($"{Paths.Round(1)}/attempts", []))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(3, 10);
        }

        store.Resume();
        (await start).ShouldNotBeEmpty();
        var outcomes = await Task.WhenAll(crowd.Select(async each =>
        {
            try
            {
                return (await each).Attempt is null ? "nobody" : "somebody";
            }
            catch (StorageUnavailableException)
            {
                return "come again";
            }
        }));
        outcomes.Count(outcome => outcome == "come again").ShouldBeInRange(500, 2_000);
        outcomes.ShouldNotContain("somebody");
        (await late.StartAsync()).ShouldNotBeEmpty();
        (await site.CountAsync("attempt")).ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_row_that_the_database_refuses_fails_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: FaultyStore.On);
        using var contestant = await site.Node.ContestantAsync();
        var (store, writer) = (site.Node.Get<FaultyStore>(), site.Node.Get<AttemptWriter>());
        store.Hold();
        var start = contestant.StartAsync();
        var joining = Enumerable.Range(0, 20).Select(_ => site.Node.ContestantAsync()).ToArray();
        await Task.Delay(300);
        var bad = writer.Register(new NewContestant(contestant.Id with { Value = Guid.NewGuid() }, 1, 1, Name: null!, [1], [1], null, 1));
        store.Resume();

        await Should.ThrowAsync<StorageUnavailableException>(bad);
        (await start).ShouldNotBeEmpty();
        foreach (var other in await Task.WhenAll(joining))
        {
            other.Code.ShouldNotBeEmpty();
            other.Dispose();
        }

        (await site.CountAsync("contestant")).ShouldBe(21);
        site.Logs.Lines.ShouldNotContain(line => line.Contains(contestant.Person.Name, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_request_that_the_rules_trip_over_fails_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, configure: FaultyStore.On);
        using var unlucky = await site.Node.ContestantAsync();
        using var contestant = await site.Node.ContestantAsync();
        var attempt = await unlucky.StartAsync();
        var (store, writer) = (site.Node.Get<FaultyStore>(), site.Node.Get<AttemptWriter>());
        HoiThi.Core.Attempts.AttemptId.TryParse(attempt, out var id).ShouldBeTrue();
        store.Hold();
        var start = contestant.StartAsync();
        await Task.Delay(200);

        // A node that does not know the set of an attempt yet, because its contests are two seconds old.
        var outdated = new HoiThi.Server.Contests.LiveRound([site.Node.Contest.Round(1)! with { Sets = ValueList.Create<HoiThi.Core.Questions.SealedSet>([]) }]);
        var bad = writer.Submit(outdated, id, new AnswersBody([], null, []), site.Clock.Now.ToUnixTimeMilliseconds());
        var joining = site.Node.ContestantAsync();
        await Task.Delay(200);
        store.Resume();
        using var third = await joining;
        await Should.ThrowAsync<StorageUnavailableException>(bad);
        (await start).ShouldNotBeEmpty();
        (await site.ValueAsync<int>("SELECT state FROM attempt WHERE contestant = @p0", site.Parameter(unlucky.Id))).ShouldBe(0);
        (await unlucky.SubmitAsync(attempt)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
