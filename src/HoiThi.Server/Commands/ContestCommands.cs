using System.CommandLine;
using System.Text.Json;
using HoiThi.Formats;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Commands;

internal static class ContestCommands
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder with contest.yaml." };

    public static Command Create() => new("contest", "Contests as folders.") { Validate(), Import(), Export(), MoveRoundCommand.Create(), SimulateCommand.Create() };

    private static Command Validate()
    {
        var json = Output.JsonOption();
        var command = new Command("validate", "Reports every mistake of a contest's folder as file:line.") { Folder, json };
        command.SetAction(parsed =>
        {
            var reading = ContestFolder.Read(parsed.GetValue(Folder)!);
            Report(reading.Mistakes, parsed.GetValue(json));
            if (reading.Succeeded && !parsed.GetValue(json))
            {
                var bundle = reading.Value;
                Console.WriteLine(
                    $"{bundle.Contest.Slug}: {bundle.Contest.Rounds.Count} rounds, {bundle.Banks.Sum(bank => bank.Questions.Count)} questions, {bundle.Units.Count} units. No mistakes.");
            }

            return reading.Succeeded ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static Command Import()
    {
        var command = new Command("import", "Takes a contest's folder into the database, new or as a new version.") { Folder };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var reading = ContestFolder.Read(parsed.GetValue(Folder)!);
            if (!reading.Succeeded)
            {
                Report(reading.Mistakes, json: false);
                return CommandLine.Failed;
            }

            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var version = await services.GetRequiredService<ContestStore>().ImportAsync(reading.Value, cancel);
            Console.WriteLine($"{reading.Value.Contest.Slug} is in the database as version {version}.");
            foreach (var lack in services.GetRequiredService<MethodNeeds>().Of(reading.Value.Contest))
            {
                await Console.Error.WriteLineAsync(lack);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var command = new Command("export", "Writes a contest of the database as a folder.") { slug, Folder };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var bundle = await services.GetRequiredService<ContestStore>().ExportAsync(parsed.GetValue(slug)!, cancel);
            if (bundle is null)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            ContestFolder.Write(bundle, parsed.GetValue(Folder)!);
            Console.WriteLine($"{bundle.Contest.Slug} is written to {parsed.GetValue(Folder)}.");
            return CommandLine.Done;
        });
        return command;
    }

    internal static void Report(Core.ValueList<Mistake> mistakes, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { valid = mistakes.Count == 0, mistakes }, Output.Json));
            return;
        }

        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine(mistake);
        }
    }
}
