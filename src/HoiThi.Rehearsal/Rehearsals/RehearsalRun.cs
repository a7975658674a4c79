using System.Diagnostics;
using HoiThi.Core;
using HoiThi.Core.Simulation;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>Lets the people of a simulation take a round of a running server, over HTTP, in a few minutes.</summary>
public static class RehearsalRun
{
    /// <summary>The most people of one rehearsal.</summary>
    public const int MostPeople = 200_000;

    // Somebody whose last request is late is waited for.
    private const double Patience = 3;

    /// <summary>Runs the rehearsal to its end.</summary>
    /// <param name="contest">The copy.</param>
    /// <param name="plan">How many come, in which time.</param>
    /// <param name="site">Where to.</param>
    /// <param name="today">The day it is, in the contest's zone.</param>
    /// <param name="cancel">Sends the rest away.</param>
    public static async Task<RehearsalReport> RunAsync(
        RehearsedContest contest, RehearsalPlan plan, RehearsalSite site, DateOnly today, CancellationToken cancel)
    {
        var entrants = Crowd.Of(contest, plan, today);
        var process = site.IsHere && OperatingSystem.IsLinux() ? ProcessFigures.ListenerOn(site.Address.Port) : null;
        var cpu = Cpu();
        var recorder = new Recorder(new Timeline(plan.Time * Patience));
        var clock = Stopwatch.StartNew();
        await using (new Progress(
            contest.Definition.Slug,
            () => (double)(recorder.Finished + recorder.Failed) / Math.Max(1, entrants.Count),
            () => $"{recorder.Finished:N0} of {entrants.Count:N0} done, {recorder.Failed} failed"))
        {
            await Task.WhenAll(entrants.Select(Visit));
        }

        var seconds = clock.Elapsed.TotalSeconds;
        return new RehearsalReport(
            contest.Definition.Slug,
            entrants.Count,
            plan.Seed,
            Math.Round(seconds, 1),
            recorder.Finished,
            recorder.Failed,
            Enum.GetValues<Step>().Where(step => recorder[step].Count > 0).Select(step => Of(step, recorder[step])).ToValueList(),
            recorder.Failures.Select(pair => new ErrorReport(pair.Key, pair.Value)).ToValueList(),
            recorder.Timeline!.MostPerMinute,
            recorder.Timeline.BornePerMinute,
            Expect(contest, plan),
            process is { } id && ProcessFigures.IsAlive(id) ? ServerOf(id, Cpu() - cpu, seconds) : null);

        TimeSpan Cpu() => process is { } id ? ProcessFigures.CpuOf(id) : TimeSpan.Zero;

        async Task Visit(Entrant entrant)
        {
            await Task.Delay(entrant.Due > clock.Elapsed ? entrant.Due - clock.Elapsed : TimeSpan.Zero, cancel);
            using var visitor = site.Visit();
            await recorder.Try(visitor, () => new EntrantVisit(contest, plan, entrant).Run(visitor, recorder));
        }
    }

    private static Demand Expect(RehearsedContest contest, RehearsalPlan plan)
    {
        var people = plan.Expected ?? Population.Expected(contest.Definition, contest.Units, plan.Seed) ?? plan.Contestants;
        return Demand.Of(new Population(contest.Definition, contest.Units, Math.Max(1, people), plan.Seed), contest.Real, plan.Seed);
    }

    private static StepReport Of(Step step, Histogram latencies) => new(
        step.ToString(), latencies.Count, latencies.Percentile(0.5), latencies.Percentile(0.95), latencies.Percentile(0.99), latencies.MaxMilliseconds);

    private static ServerReport ServerOf(int process, TimeSpan cpu, double seconds)
    {
        var (now, most) = ProcessFigures.MemoryOf(process);
        return new ServerReport(process, Math.Round(cpu.TotalSeconds, 2), Math.Round(cpu.TotalSeconds * 100 / seconds), Math.Round(now), Math.Round(most));
    }
}
