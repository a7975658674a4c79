using System.CommandLine;
using HoiThi.Formats.Units;

namespace HoiThi.Server.Commands;

internal static class UnitsCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A unit list in CSV (see docs/contest-file.md)." };
        var slug = new Option<string>("--contest") { Description = "The contest's slug.", Required = true };
        var import = new Command("import", "Replaces the unit list: names, headcounts, kinds, new units. No unit can be left out.") { file, slug };
        var storage = new StorageOptions();
        storage.AddTo(import);
        import.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            var units = UnitsCsv.Read(await File.ReadAllTextAsync(path, cancel), path).Require();
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            return await ContestChange.ApplyAsync(services, parsed.GetValue(slug)!, bundle => bundle with { Units = units }, cancel);
        });
        return new Command("units", "Units.") { import };
    }
}
