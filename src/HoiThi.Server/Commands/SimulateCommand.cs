using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using HoiThi.Core.Simulation;
using HoiThi.Formats.Contests;
using HoiThi.Server.Manage.Setup;

namespace HoiThi.Server.Commands;

/// <summary><c>contest simulate</c>: plays a contest's folder with made-up people. No database is touched.</summary>
internal static class SimulateCommand
{
    private static readonly JsonSerializerOptions Json = new(Output.Json) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with contest.yaml." };
        var people = new Option<int>("--contestants") { Description = "How many people are drawn.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same report.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "How many threads work at it.", DefaultValueFactory = _ => Environment.ProcessorCount };
        people.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Simulator.MostPeople)
            {
                result.AddError($"--contestants is 1–{Simulator.MostPeople}.");
            }
        });
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads is at least 1.");
            }
        });
        var json = Output.JsonOption();
        var command = new Command("simulate", "Plays a contest's folder with made-up people: who wins what, which rules matter, what looks unfair.")
        {
            folder, people, seed, threads, json,
        };
        command.SetAction(parsed =>
        {
            var reading = ContestFolder.Read(parsed.GetValue(folder)!);
            if (!reading.Succeeded)
            {
                ContestCommands.Report(reading.Mistakes, parsed.GetValue(json));
                return CommandLine.Failed;
            }

            var contest = reading.Value.ToSimulation();
            var report = Simulator.Run(contest, parsed.GetValue(people), parsed.GetValue(seed), parsed.GetValue(threads));
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(report, Json));
            }
            else
            {
                SimulationText.Write(Console.Out, report, Site.Language.ByChoiceEnglish);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
