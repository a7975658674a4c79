using System.CommandLine;
using HoiThi.Formats.Marks;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Commands;

internal static class MarksCommand
{
    private static readonly Argument<string> Slug = new("CONTEST") { Description = "The contest's slug." };
    private static readonly Argument<string> File = new("FILE") { Description = "The sheet, a CSV file." };
    private static readonly Option<int> Round = new("--round") { Description = "The round.", Required = true };

    public static Command Create() => new("marks", "Marks of essays.") { Export(), Import() };

    private static Command Export()
    {
        var unmarked = new Option<bool>("--unmarked") { Description = "Only what nobody has marked." };
        var command = new Command("export", "Writes the essays of a round as a sheet for markers, without names.") { Slug, File, Round, unmarked };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            return await With(services, parsed, async (_, round) =>
            {
                var lines = new List<MarkLine>();
                await foreach (var line in services.GetRequiredService<EssayMarks>().ExportAsync(round))
                {
                    if (line.Points is null || !parsed.GetValue(unmarked))
                    {
                        lines.Add(line);
                    }
                }

                await System.IO.File.WriteAllBytesAsync(parsed.GetValue(File)!, MarksCsv.Write(lines), cancel);
                Console.WriteLine($"{lines.Count} essays are in {parsed.GetValue(File)}, {lines.Count(line => line.Points is null)} of them not marked.");
                return CommandLine.Done;
            });
        });
        return command;
    }

    private static Command Import()
    {
        var by = new Option<string>("--by") { Description = "Who marked them, for the record.", Required = true };
        var command = new Command("import", "Takes the points of a sheet; the same sheet again changes nothing.") { Slug, File, Round, by };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(File)!;
            var marks = MarksCsv.Read(await System.IO.File.ReadAllTextAsync(path, cancel), path).Require();
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            return await With(services, parsed, async (contest, round) =>
            {
                // No job runs in a command; this one writes.
                var writer = services.GetRequiredService<AttemptWriter>();
                await writer.StartAsync(cancel);
                var refused = await services.GetRequiredService<EssayMarks>().ImportAsync(round, marks, parsed.GetValue(by)!);
                await writer.StopAsync(CancellationToken.None);
                foreach (var line in refused)
                {
                    await Console.Error.WriteLineAsync($"{path}:{line}");
                }

                Console.WriteLine($"{marks.Count - refused.Count} marks are stored, {refused.Count} were refused.");
                await Recompute(services, contest, round, cancel);
                return refused.Count == 0 ? CommandLine.Done : CommandLine.Failed;
            });
        });
        return command;
    }

    /// <summary>Marks that come after the closing change who is where.</summary>
    private static async Task Recompute(IServiceProvider services, LiveContest contest, LiveRound round, CancellationToken cancel)
    {
        var closed = await services.GetRequiredService<StandingsQueries>().ClosedRounds(contest);
        if (closed.ContainsKey(round.Number))
        {
            var outcome = await services.GetRequiredService<RoundClosing>().CloseAsync(contest, round.Number, again: true, cancel);
            Console.WriteLine($"Round {round.Number}: {outcome}");
        }
    }

    private static async Task<int> With(IServiceProvider services, ParseResult parsed, Func<LiveContest, LiveRound, Task<int>> act)
    {
        if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(Slug)!) is not { } contest)
        {
            return await Output.NoContest(parsed.GetValue(Slug)!);
        }

        if (contest.LiveRound(parsed.GetValue(Round)) is not { } round)
        {
            await Console.Error.WriteLineAsync($"There is no round {parsed.GetValue(Round)}; the contest has {contest.Rounds.Count}.");
            return CommandLine.Failed;
        }

        return await act(contest, round);
    }
}
