using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Attempts;

/// <summary>
/// What people see while the database is away, and that nothing is lost by it. Kills by the dozen, of servers too, are
/// in <see cref="Faults.PostgresFaultTests"/>.
/// </summary>
public sealed class DurabilityTests
{
    [Fact]
    public async Task What_was_acknowledged_survives_the_killing_of_the_database_and_the_server_goes_on()
    {
        await using var fragile = new PostgresServer();
        await using var site = await TestSite.StartAsync(DatabaseKind.Postgres, fragile);
        var acknowledged = new Acknowledged();
        var crowd = Enumerable.Range(0, 30).Select(_ => Task.Run(() => TakeUntilCutAsync(site.Node.Visitor(), acknowledged))).ToArray();
        await acknowledged.ReachAsync(40);
        await fragile.KillAsync();
        await Task.WhenAll(crowd);

        // Without its database the site says that it is busy; it neither hangs nor shows a stack trace.
        using var visitor = site.Node.Visitor();
        using (var page = await visitor.GetAsync(Paths.Standings + "?v=1"))
        {
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter.ShouldNotBeNull();
        }

        (await visitor.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await visitor.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync(Paths.Join)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await fragile.RestartAsync();
        await acknowledged.ShouldBeStoredAsync(site);

        // Connections that broke are found out one by one: for a moment some are still asked to come again.
        using var contestant = site.Node.Visitor();
        var form = await contestant.FormAsync();
        var joined = HttpStatusCode.ServiceUnavailable;
        for (var turn = 0; turn < 20 && joined == HttpStatusCode.ServiceUnavailable; turn++)
        {
            using var response = await contestant.PostAsync(Paths.Join, form);
            joined = response.StatusCode;
        }

        joined.ShouldBe(HttpStatusCode.SeeOther);
        await contestant.TakeAsync(5);
        (await visitor.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    /// <summary>Somebody takes papers until the network is cut; what was acknowledged is noted.</summary>
    private static async Task TakeUntilCutAsync(Contestant person, Acknowledged acknowledged)
    {
        using (person)
        {
            try
            {
                if ((await person.PostAsync(Paths.Join, person.Person.Form())).StatusCode != HttpStatusCode.SeeOther)
                {
                    return;
                }

                acknowledged.Registered.Add(person.Person.Name);
                for (var turn = 0; turn < 2; turn++)
                {
                    using var started = await person.PostAsync($"{Paths.Round(1)}/attempts", []);
                    if (started.Headers.Location?.OriginalString is not { } path || !path.StartsWith("/attempts/", StringComparison.Ordinal))
                    {
                        return;
                    }

                    var attempt = path["/attempts/".Length..];
                    acknowledged.Saved[attempt] = 0;
                    for (var sequence = 1; sequence <= 5; sequence++)
                    {
                        using var saved = await person.SaveAsync(attempt, $"{{\"changes\":[[{sequence - 1},1,{sequence}]]}}");
                        if (saved.StatusCode != HttpStatusCode.OK)
                        {
                            return;
                        }

                        acknowledged.Saved[attempt] = sequence;
                    }

                    using var submitted = await person.SubmitAsync(attempt);
                    if (submitted.StatusCode != HttpStatusCode.OK)
                    {
                        return;
                    }

                    acknowledged.Submitted.Add(attempt);
                }
            }
            catch (HttpRequestException)
            {
                // The server is gone in the middle of a request: what it asked for may be stored or not.
            }
            catch (IOException)
            {
                // The same, in the middle of a reply.
            }
        }
    }

    /// <summary>What the server has said yes to.</summary>
    private sealed class Acknowledged
    {
        public ConcurrentBag<string> Registered { get; } = [];

        public ConcurrentDictionary<string, int> Saved { get; } = [];

        public ConcurrentBag<string> Submitted { get; } = [];

        /// <summary>Waits until so many submissions were acknowledged, so that the cut comes in the middle of everything.</summary>
        public async Task ReachAsync(int submissions)
        {
            var waiting = Stopwatch.StartNew();
            while (Submitted.Count < submissions && waiting.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(5);
            }

            Submitted.Count.ShouldBeGreaterThanOrEqualTo(submissions);
        }

        public async Task ShouldBeStoredAsync(TestSite site)
        {
            await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
            var names = await context.Contestants.Select(row => row.Name).ToListAsync();
            Registered.Except(names).ShouldBeEmpty();
            var attempts = (await context.Attempts.AsNoTracking().ToListAsync()).ConvertAll(row => row.ToAttempt()).ToDictionary(attempt => attempt.Id.ToString());
            foreach (var (id, saved) in Saved)
            {
                attempts.ShouldContainKey(id);
                attempts[id].Answers.LastSequence.ShouldBeGreaterThanOrEqualTo(saved);
                attempts[id].Answers.Answered.ShouldBeGreaterThanOrEqualTo(saved);
            }

            Submitted.ShouldAllBe(id => attempts[id].State == AttemptState.Submitted);
            (await site.Node.ReconcileAsync()).Differences.ShouldBeEmpty();
        }
    }
}
