using System.Collections.Concurrent;
using HoiThi.Core.Scoring;
using HoiThi.Load.Loads;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>Which request of a journey costs how much: each alone in a closed loop, so that the CPU time is its own.</summary>
public static class StepCosts
{
    /// <summary>After so many writes a contestant's attempt would meet its limit of requests; somebody else goes on.</summary>
    private const int Writes = 100;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task Run(DatabaseKind kind, TextWriter text)
    {
        await using var installation = await Installation.Create(kind);
        using var server = await installation.StartServer();
        await text.WriteLineAsync($"\n{kind}: CPU ms of each request");
        await Measure("home", each => each.Journey.Home());
        await Measure("join page", each => each.Journey.JoinPage());
        await Measure("join page and join", Join);
        await Measure("round page", each => each.Journey.RoundPage(), Join);
        await Measure("start again", each => each.Journey.Start(), Begin);
        await Measure("paper", each => each.Journey.Paper(), Begin);
        await Measure("save", each => each.Journey.Change(++each.Sequence), Begin);
        await Measure("save nothing new", each => each.Journey.Change(1), Begin);
        await Measure("submit again", each => each.Journey.Submit(), Finish);
        await Measure("result", each => each.Journey.Result(each.Grade), Finish);
        await Measure("standings", each => each.Journey.Standings());

        async Task Measure(string what, Func<Contestant, Task> act, Func<Contestant, Task>? prepare = null)
        {
            var contestants = new ConcurrentDictionary<Visitor, Contestant>();
            var loop = new ClosedLoop(what, server.Address, JourneyRun.Contestants, Once);
            var load = await loop.Run(WarmUp, Time, () => Used.By(server, installation.Postgres));
            var (own, database, _) = load.Used.Each(load.Finished);
            await text.WriteLineAsync($"  {what,-20} server {own:F4}   PostgreSQL {database:F4}   {load.PerSecond,8:N0} a second   {load.Recorder.Failed} failed");

            async Task Once(Visitor visitor, Recorder recorder)
            {
                if (!contestants.TryGetValue(visitor, out var contestant) || ++contestant.Writes > Writes)
                {
                    contestant = new Contestant(installation.Contest, new Journey(visitor, installation.Contest.Target, recorder));
                    await (prepare?.Invoke(contestant) ?? Task.CompletedTask);
                    contestants[visitor] = contestant;
                }

                await act(contestant);
            }
        }
    }

    private static Task Join(Contestant contestant)
    {
        contestant.Journey.Place = default; // signed in as nobody: who is signed in gets no form
        return contestant.Journey.Join(Person.Next().In(contestant.Contest));
    }

    private static async Task Begin(Contestant contestant)
    {
        await Join(contestant);
        await contestant.Journey.Start();
    }

    private static async Task Finish(Contestant contestant)
    {
        await Begin(contestant);
        contestant.Grade = await contestant.Journey.Save();
        await contestant.Journey.Submit();
    }

    private sealed record Contestant(BenchContest Contest, Journey Journey)
    {
        public int Writes { get; set; }

        public int Sequence { get; set; }

        public Grade Grade { get; set; }
    }
}
