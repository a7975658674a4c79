using HoiThi.Server.Jobs;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Results;

/// <summary>Closing a round: the prediction is resolved, the whole chain ranks, the prizes are given; once, and always alike.</summary>
public sealed class RoundClosingTests(PostgresServer postgres)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_resolves_the_prediction_and_gives_one_prize_a_person(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var people = await TakeAsync(site);
        site.Clock.Now = TestContest.After;

        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);

        // Three people have everything right: 3 was the number to guess, however many attempts they needed for it.
        var result = await ResultAsync(site);
        (result.Truth, result.People, result.Attempts).ShouldBe((3L, 14L, 16L));

        // Full score: exactly right, then 2 off (sooner), then no guess. Then four points, by the guess again.
        var awards = await AwardsAsync(site);
        awards.Select(award => (award.Prize, award.Place)).ShouldBe([(0, 1), (1, 2), (1, 3), (2, 4), (2, 5), (2, 6), (3, 7), (3, 8), (3, 9), (3, 10), (3, 11)]);
        awards.Select(award => award.Contestant).ShouldBe(new[] { 1, 0, 2, 4, 3, 5, 6, 7, 8, 9, 10 }.Select(index => people[index].Id));
        awards.Select(award => award.Contestant).Distinct().Count().ShouldBe(11);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Closing_twice_or_anew_gives_the_same(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var people = await TakeAsync(site);
        site.Clock.Now = TestContest.After;
        await site.Node.CloseAsync(1);
        var (result, awards, order) = (await ResultAsync(site), await AwardsAsync(site), await OrderAsync(site));

        site.Clock.Advance(TimeSpan.FromDays(1));
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.ClosedBefore);
        (await ResultAsync(site)).ShouldBe(result);
        (await site.Node.CloseAsync(1, again: true)).ShouldBe(ClosingOutcome.Closed);
        (await ResultAsync(site)).ShouldBe(result with { Computed = site.Clock.Now.ToUnixTimeMilliseconds() });
        (await AwardsAsync(site)).ShouldBe(awards);
        (await OrderAsync(site)).ShouldBe(order);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_nodes_that_close_at_the_same_time_close_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        var people = await TakeAsync(site);
        site.Clock.Now = TestContest.After;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(turn => Task.Run(() => (turn % 2 == 0 ? site.Node : second).CloseAsync(1))));
        outcomes.Count(outcome => outcome == ClosingOutcome.Closed).ShouldBe(1);
        outcomes.Count(outcome => outcome == ClosingOutcome.ClosedBefore).ShouldBe(11);
        (await site.CountAsync("award")).ShouldBe(11);

        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => Task.Run(() => (turn % 2 == 0 ? site.Node : second).CloseAsync(1, again: true))));
        again.ShouldAllBe(outcome => outcome == ClosingOutcome.Closed);
        (await site.CountAsync("award")).ShouldBe(11);
        people.ForEach(person => person.Dispose());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_round_is_not_closed_while_anybody_could_still_submit(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-1);
        var attempt = await contestant.StartAsync();
        site.Clock.Now = TestContest.Week1Closes.AddSeconds(30);
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.NotOver);
        (await contestant.SubmitAsync(attempt, contestant.Answers(attempt, 5))).EnsureSuccessStatusCode();

        using var other = await site.Node.ContestantAsync();
        site.Clock.Now = TestContest.Week1Closes.AddMinutes(-1);
        await other.StartAsync();
        site.Clock.Now = TestContest.Week1Closes.AddSeconds(31);
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.AttemptsInProgress);
        await site.Node.ExpireAsync();
        (await site.Node.CloseAsync(1)).ShouldBe(ClosingOutcome.Closed);
        (await ResultAsync(site)).People.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_job_closes_what_is_over_on_whichever_node_it_runs(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var second = await site.StartNodeAsync();
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        site.Clock.Now = TestContest.Week2;
        await Task.WhenAll(new[] { site.Node, second }.Select(node => Task.Run(() => node.Get<CloseRounds>().RunAsync())));
        (await site.CountAsync("round_result")).ShouldBe(1);
        site.Clock.Now = TestContest.After;
        await second.Get<CloseRounds>().RunAsync();
        (await site.CountAsync("round_result")).ShouldBe(3, "two weeks and the contest");
        (await site.CountAsync("award")).ShouldBe(1);
    }

    /// <summary>Fourteen people, the best of them told apart by their guesses only.</summary>
    private static async Task<List<Contestant>> TakeAsync(TestSite site)
    {
        var people = new List<Contestant>();
        foreach (var (right, guess) in new (int, long?)[] { (5, 5), (5, 3), (5, null), (4, 30), (4, 2), (4, 100), (3, 3), (2, 3), (2, 4), (2, 9), (1, 3), (1, 4), (0, 3), (0, null) })
        {
            var person = await site.Node.ContestantAsync();
            if (people.Count is 0 or 3)
            {
                await person.TakeAsync(right: 2, prediction: 3);
            }

            await person.TakeAsync(right, guess, time: TimeSpan.FromMinutes(1));
            people.Add(person);
        }

        return people;
    }

    private static async Task<RoundResultRow> ResultAsync(TestSite site)
    {
        await using var context = await ContextAsync(site);
        return await context.RoundResults.AsNoTracking().SingleAsync(result => result.Round == 1);
    }

    private static async Task<List<AwardRow>> AwardsAsync(TestSite site)
    {
        await using var context = await ContextAsync(site);
        return await context.Awards.AsNoTracking().Where(award => award.Round == 1).OrderBy(award => award.Place).ToListAsync();
    }

    private static async Task<List<Guid>> OrderAsync(TestSite site)
    {
        await using var context = await ContextAsync(site);
        var page = await context.Database.SqlQuery<byte[]>($"SELECT contestants AS \"Value\" FROM final_order WHERE round = 1").SingleAsync();
        return [.. page.Chunk(16).Select(id => new Guid(id, bigEndian: true))];
    }

    private static Task<HoiThiContext> ContextAsync(TestSite site) => site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
}
