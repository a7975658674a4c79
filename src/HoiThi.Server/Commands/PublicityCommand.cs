using System.CommandLine;
using HoiThi.Formats.Units;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Commands;

internal static class PublicityCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A CSV file with the columns unit, points and reason." };
        var slug = new Option<string>("--contest") { Description = "The contest's slug.", Required = true };
        var import = new Command("import", "Replaces the publicity points of all units by those of a file.") { file, slug };
        var storage = new StorageOptions();
        storage.AddTo(import);
        import.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            var points = PublicityCsv.Read(await File.ReadAllTextAsync(path, cancel), path).Require();
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(slug)!) is not { } contest)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            await services.GetRequiredService<Publicity>().ImportAsync(contest, points, path, cancel);
            Console.WriteLine($"{points.Count} lines; the units' points are those of {path} now.");
            return CommandLine.Done;
        });
        return new Command("publicity", "Points that organisers give units for publicity.") { import };
    }
}
