using System.CommandLine;
using HoiThi.Formats.People;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Commands;

internal static class JuryCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file with the columns award, prize, name and work, and if need be round and unit." };
        var slug = new Option<string>("--contest") { Description = "The contest's slug.", Required = true };
        var import = new Command("import", "Replaces the winners of a contest's jury prizes by those of a file.") { file, slug };
        var storage = new StorageOptions();
        storage.AddTo(import);
        import.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(slug)!) is not { } contest)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            var text = await File.ReadAllTextAsync(path, cancel);
            var winners = JuryCsv.Read(text, path, contest.Definition, unit => contest.Units.NumberOf(unit) is not null).Require();
            await services.GetRequiredService<JuryBoard>().ImportAsync(contest, winners, cancel);
            Console.WriteLine($"{winners.Count} winners; the contest's jury prizes are those of {path} now.");
            return CommandLine.Done;
        });
        return new Command("jury", "Prizes that a jury gives apart from papers.") { import };
    }
}
