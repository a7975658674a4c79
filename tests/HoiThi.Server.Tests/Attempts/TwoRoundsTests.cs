using System.Net;
using HoiThi.Formats.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>Two rounds of one contestant share the standing in the contest: what is done to both at once is counted in both.</summary>
public sealed class TwoRoundsTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Submissions_of_two_rounds_at_the_same_time_on_two_nodes_both_count(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Overlapping());
        var second = await site.StartNodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            using var phone = await site.Node.ContestantAsync();
            using var desk = second.Visitor(phone.Person);
            (await desk.ReturnAsync(phone.Person.CitizenId, phone.Code)).ShouldLeadTo(Paths.Home);
            for (var turn = 0; turn < 2; turn++)
            {
                var attempts = await Task.WhenAll(phone.StartAsync(1), desk.StartAsync(2));
                var acts = attempts.SelectMany(attempt => new[] { phone, desk }.SelectMany(hand => new[]
                {
                    hand.SaveAsync(attempt, hand.Answers(attempt, right: 1)),
                    hand.SubmitAsync(attempt, hand.Answers(attempt, right: 1 + (number % 5), sequence: 2)),
                }));
                foreach (var reply in await Task.WhenAll(acts))
                {
                    // A save that comes after its submission is over; nobody is sent away.
                    reply.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
                    reply.Dispose();
                }
            }
        }));

        (await site.ValueAsync<long>("SELECT count(*) FROM standing WHERE round = 0 AND attempts = 4")).ShouldBe(40);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_node_counts_its_round_without_losing_that_of_the_other(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres, contest: Overlapping());
        var second = await site.StartNodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var phone = await site.Node.ContestantAsync();
            using var desk = second.Visitor(phone.Person);
            (await desk.ReturnAsync(phone.Person.CitizenId, phone.Code)).ShouldLeadTo(Paths.Home);
            for (var turn = 0; turn < 2; turn++)
            {
                await Task.WhenAll(phone.TakeAsync(right: 2, round: 1), desk.TakeAsync(right: 3, round: 2));
            }
        }));

        (await site.ValueAsync<long>("SELECT count(*) FROM standing WHERE round = 0 AND attempts = 4 AND score = 500")).ShouldBe(40);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    private static ContestBundle Overlapping()
    {
        var rounds = TestContest.Bundle.Contest.Rounds;
        return TestContest.Bundle with
        {
            Contest = TestContest.Bundle.Contest with { Rounds = [rounds[0], rounds[1] with { Calendar = rounds[0].Calendar }] },
        };
    }
}
