using System.CommandLine;
using System.Text.Json;
using HoiThi.Load.Floor;
using HoiThi.Server;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>The command line of the load tool.</summary>
public static class CommandLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Option<DatabaseKind?> Database = new("--database") { Description = "sqlite or postgres; both if left out." };

    public static Task<int> RunAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Journeys only, in under three minutes." };
        var json = new Option<string?>("--json") { Description = "Writes the figures to this file as well." };
        var root = new RootCommand("Measures HoiThi with thousands of contestants.") { quick, json, Database, Floor() };
        root.SetAction(async parsed =>
        {
            var figures = new Dictionary<string, JourneyFigures>(StringComparer.Ordinal);
            foreach (var kind in Kinds(parsed))
            {
                figures[kind.ToString().ToLowerInvariant()] = await JourneyRun.Run(kind, Durations.Quick, Console.Out);
            }

            if (parsed.GetValue(json) is { } file)
            {
                await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Json));
            }

            return 0;
        });
        return root.Parse(args).InvokeAsync();
    }

    private static Command Floor()
    {
        var data = new Option<string>("--data") { Required = true };
        var database = new Option<string>("--database") { Required = true };
        var urls = new Option<string>("--urls") { Required = true };
        var command = new Command("floor-server", "What the floor is measured with; started by this tool.") { data, database, urls };
        command.Hidden = true;
        command.SetAction(parsed => FloorServer.RunAsync(new ServerOptions(
            parsed.GetValue(data)!, DatabaseOptions.Parse(parsed.GetValue(database)!, parsed.GetValue(data)!), parsed.GetValue(urls)!)));
        return command;
    }

    private static DatabaseKind[] Kinds(ParseResult parsed) =>
        parsed.GetValue(Database) is { } one ? [one] : [DatabaseKind.Sqlite, DatabaseKind.Postgres];
}
