using System.CommandLine;
using System.Text.Json;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Commands;

internal static class ReconcileCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("reconcile", "Recounts every figure from the attempts and says what differs.") { json };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var differences = 0L;
            var answers = new List<object>();
            foreach (var contest in services.GetRequiredService<ContestCatalog>().All)
            {
                var lines = new List<string>();
                var figures = await services.GetRequiredService<Reconciliation>().RunAsync(contest, lines.Add, cancel);
                differences += figures.Differences;
                if (parsed.GetValue(json))
                {
                    answers.Add(new { contest = contest.Definition.Slug, figures, lines });
                    continue;
                }

                lines.ForEach(Console.WriteLine);
                Console.WriteLine(
                    $"{contest.Definition.Slug}: {figures.Attempts} attempts, {figures.Standings} standings, {figures.Tallies} tallies recounted; {figures.Differences} differences.");
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(answers, Output.Json));
            }

            return differences == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
