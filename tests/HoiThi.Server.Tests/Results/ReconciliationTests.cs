using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Results;

/// <summary>Every figure reconciles after whatever happened, and the recount says so when one does not.</summary>
public sealed class ReconciliationTests(PostgresServer postgres)
{
    private const int People = 200;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_a_storm_on_two_nodes_every_figure_reconciles_and_every_receipt_is_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, People).Select(number => Task.Run(() => PersonAsync(site.Node, second, new Random(seed + number)))));

        // Some went away without submitting.
        site.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(site.Node.ExpireAsync(), second.ExpireAsync());

        var (figures, differences) = await second.ReconcileAsync();
        differences.ShouldBeEmpty();
        (await site.CountAsync("contestant")).ShouldBe(People);
        (await site.CountAsync("attempt")).ShouldBe(acknowledged.Sum(person => person.Attempts));
        figures.Attempts.ShouldBe(acknowledged.Sum(person => person.Attempts));
        (await site.ValueAsync<long>("SELECT count(*) FROM attempt WHERE state = 1")).ShouldBe(acknowledged.Sum(person => person.Submitted));
        (await site.ValueAsync<long>("SELECT sum(people) FROM tally WHERE round = 1")).ShouldBe(acknowledged.Count(person => person.Attempts > 0));
        (await site.ValueAsync<long>("SELECT max(ordinal) FROM attempt")).ShouldBeLessThanOrEqualTo(2);

        site.Clock.Now = TestContest.After;
        await Task.WhenAll(site.Node.CloseAsync(1), second.CloseAsync(1));
        (await site.CountAsync("award")).ShouldBe(11);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_row_that_was_tampered_with_is_named(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync(new Person { Unit = "so-b" });
        var attempt = await contestant.TakeAsync(3);
        await other.TakeAsync(4);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();

        await NamedAsync("UPDATE attempt SET score = 500, correct = 5 WHERE contestant = @p0", "UPDATE attempt SET score = 300, correct = 3 WHERE contestant = @p0", attempt);
        await NamedAsync("UPDATE standing SET score = 500 WHERE contestant = @p0 AND round = 1", "UPDATE standing SET score = 300 WHERE contestant = @p0 AND round = 1", contestant.Id.Value.ToString());
        await NamedAsync("UPDATE standing SET attempts = 2 WHERE contestant = @p0 AND round = 0", "UPDATE standing SET attempts = 1 WHERE contestant = @p0 AND round = 0", "in round 0");
        await NamedAsync("UPDATE tally SET people = people + 1 WHERE round = 1 AND unit = 1", "UPDATE tally SET people = people - 1 WHERE round = 1 AND unit = 1", "tally of unit 1 in round 1");
        await NamedAsync("UPDATE spread SET people = people + 1 WHERE round = 1", "UPDATE spread SET people = people - 1 WHERE round = 1", "right answers in round 1");
        await NamedAsync("UPDATE tally SET score = score + 100 WHERE round = 0 AND unit = 3", "UPDATE tally SET score = score - 100 WHERE round = 0 AND unit = 3", "tally of unit 3 in round 0");
        await NamedAsync("UPDATE attempt SET state = 3 WHERE contestant = @p0", "UPDATE attempt SET state = 1 WHERE contestant = @p0", "no attempt counts");
        await NamedAsync("UPDATE attempt SET submitted = submitted + 1 WHERE contestant = @p0", "UPDATE attempt SET submitted = submitted - 1 WHERE contestant = @p0", contestant.Id.Value.ToString());
        await NamedAsync("UPDATE attempt SET unit = 2 WHERE contestant = @p0", "UPDATE attempt SET unit = 1 WHERE contestant = @p0", "tally of unit 2");

        async Task NamedAsync(string tamper, string mend, string named)
        {
            (await site.ExecuteAsync(tamper, site.Parameter(contestant.Id))).ShouldBeGreaterThan(0, tamper);
            var (figures, differences) = await site.Node.ReconcileAsync();
            figures.Differences.ShouldBe(differences.Count);
            differences.ShouldContain(line => line.Contains(named, StringComparison.Ordinal), $"{tamper}\n{string.Join('\n', differences)}");
            await site.ExecuteAsync(mend, site.Parameter(contestant.Id));
            (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty(mend);
        }
    }

    /// <summary>Somebody with an impatient thumb and a bad network: everything is sent once or more, to either node.</summary>
    private static async Task<(int Attempts, int Submitted)> PersonAsync(TestNode first, TestNode second, Random random)
    {
        string[] units = ["so-a", "phong-a1", "so-b", "quan-1", "phuong-1"];
        using var person = first.Visitor(new Person { Unit = units[random.Next(units.Length)] });
        var form = await person.FormAsync();
        await Many(() => person.PostAsync(Paths.Join, form), HttpStatusCode.SeeOther);
        var (attempts, submitted) = (0, 0);
        var wanted = random.Next(0, 4);
        for (var turn = 0; turn < Math.Min(wanted, 2); turn++)
        {
            await Many(() => person.PostAsync($"{Paths.Round(1)}/attempts", []), HttpStatusCode.SeeOther);
            var attempt = await person.At(Either()).StartAsync();
            attempts++;
            await Many(() => person.SaveAsync(attempt, person.Answers(attempt, random.Next(6), random.Next(50), random.Next(1, 9))), HttpStatusCode.OK);
            if (random.Next(8) == 0)
            {
                break;
            }

            await Many(() => person.SubmitAsync(attempt, person.Answers(attempt, random.Next(6), random.Next(50), 10)), HttpStatusCode.OK);
            submitted++;
        }

        return (attempts, submitted);

        TestNode Either() => random.Next(2) == 0 ? first : second;

        async Task Many(Func<Task<HttpResponseMessage>> send, HttpStatusCode expected)
        {
            var replies = new List<Task<HttpResponseMessage>>();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                person.At(Either());
                replies.Add(send());
            }

            foreach (var reply in await Task.WhenAll(replies))
            {
                reply.StatusCode.ShouldBe(expected);
                reply.Dispose();
            }
        }
    }
}
