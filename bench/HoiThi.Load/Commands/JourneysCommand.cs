using System.CommandLine;
using HoiThi.Load.Loads;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Measuring;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>One load as one likes it: so many contestants at once, or so many a second.</summary>
internal static class JourneysCommand
{
    public static Command Create(Option<DatabaseKind?> database)
    {
        var contestants = new Option<int>("--contestants") { Description = "How many at once (closed loop).", DefaultValueFactory = _ => JourneyRun.Contestants };
        var rate = new Option<double?>("--rate") { Description = "How many come in a second (open loop), instead." };
        var seconds = new Option<int>("--seconds") { Description = "For how long, after 10 s to warm up.", DefaultValueFactory = _ => 20 };
        var command = new Command("journeys", "One load of journeys on SQLite, or what --database says.") { contestants, rate, seconds, database };
        command.SetAction(async parsed =>
        {
            await using var installation = await Installation.Create(parsed.GetValue(database) ?? DatabaseKind.Sqlite);
            using var server = await installation.StartServer();
            Progress.Say($"The server is process {server.Id} on http://{server.Address}");
            var usage = () => Used.By(server, installation.Postgres);
            var closed = JourneyRun.Journeys(installation, server) with { Visitors = parsed.GetValue(contestants) };
            var (warmUp, time) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            if (parsed.GetValue(rate) is not { } perSecond)
            {
                (await closed.Run(warmUp, time, usage)).Print(Console.Out);
                return 0;
            }

            await closed.Run(warmUp, TimeSpan.Zero, usage);
            var open = new OpenLoop("open loop", server.Address, perSecond, closed.Act);
            (await open.Run((int)(perSecond * time.TotalSeconds), connectionEach: true, usage)).Print(Console.Out);
            return 0;
        });
        return command;
    }
}
