using System.Diagnostics;
using HoiThi.Core.Questions;
using HoiThi.Load.Machinery;
using HoiThi.Server;
using HoiThi.Server.Audit;
using HoiThi.Server.Contests;
using HoiThi.Server.Manage;
using HoiThi.Server.Manage.Keys;
using HoiThi.Server.Manage.Statistics;
using HoiThi.Server.Results;
using HoiThi.Server.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Load.Loads;

/// <summary>
/// What organisers do to a round of many attempts that has closed: how its questions did, what another key would change, and marking
/// all of it anew. The sheets are all alike, so that every attempt whose paper has the question changes: the most that can.
/// </summary>
public static class Corrections
{
    public static async Task Run(Installation installation, long attempts, TextWriter text)
    {
        await new Prefill(installation, attempts / 2, rounds: 1, attempts: true).Run();
        SqliteConnection.ClearAllPools();
        await using var app = ServerApp.Build(installation.Options with { Urls = "http://127.0.0.1:0" });
        await ServerApp.PrepareAsync(app.Services);
        await app.StartAsync();
        var services = app.Services;
        var contest = services.GetRequiredService<ContestCatalog>().Find(installation.Contest.Slug)!;
        await services.GetRequiredService<RoundClosing>().CloseAsync(contest, 1);
        var place = KeyPlace.Find(contest, 1, 1, contest.Round(1)!.Set(1).Questions[0].Code)!;
        var corrected = place.Corrected([], new PointsForAll(place.Question.Code), int.MaxValue)!;

        await Measure(text, "item statistics", async () =>
            (await services.GetRequiredService<StatisticsDesk>().OfAsync(contest, place.Rules, place.Set)).Result is { } result ? $"{result.Paper.Attempts:N0} attempts" : null);
        await Measure(text, "what a correction would change", async () =>
            (await services.GetRequiredService<ImpactDesk>().OfAsync(contest, place, corrected)).Result is { } impact ? $"{impact.Attempts:N0} attempts, {impact.Gain:N0} people" : null);
        var payload = $$"""{"Round":1,"Version":1,"Question":"{{place.Question.Code}}","Ruling":{"Question":"{{place.Question.Code}}","Ruling":"all"},"Reason":"bench"}""";
        var error = await services.GetServices<IProposedAct>().First(act => act.Act == CorrectKey.Name).DoAsync(
            contest, payload, within => within.AppendAsync(Actor.CommandLine, DateTimeOffset.UtcNow, new AuditEntry(contest.Number, CorrectKey.Name, "bench")));
        await Measure(text, "marking anew, and closing again", async () =>
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
            await Task.Delay(100);
            return await context.Remarkings.AsNoTracking().SingleAsync() is { Finished: not null, People: var people } ? $"{people:N0} people{error?.Message.En}" : null;
        });
        await app.StopAsync();
    }

    /// <summary>Waits for an answer; how long that takes, how much of it this process computes, and how much memory on top of what there was.</summary>
    private static async Task Measure(TextWriter text, string what, Func<Task<string?>> ask)
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        var (before, most, clock, busy) = (self.WorkingSet64, 0L, Stopwatch.StartNew(), self.TotalProcessorTime);
        using var end = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                self.Refresh();
                most = Math.Max(most, self.WorkingSet64);
                await Task.Delay(50);
            }
        });
        string? answer;
        while ((answer = await ask()) is null)
        {
        }

        self.Refresh();
        await text.WriteLineAsync($"  {what}: {answer} in {clock.Elapsed.TotalSeconds:F1} s ({(self.TotalProcessorTime - busy).TotalSeconds:F1} s of CPU), {(most - before) / 1e6:F0} MB on top of {before / 1e6:F0}");
        await end.CancelAsync();
        await watch;
    }
}
