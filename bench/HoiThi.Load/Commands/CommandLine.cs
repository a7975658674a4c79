using System.CommandLine;
using System.Text.Json;
using HoiThi.Load.Faults;
using HoiThi.Load.Floor;
using HoiThi.Server;
using HoiThi.Server.Storage;

namespace HoiThi.Load.Commands;

/// <summary>The command line of the load tool.</summary>
public static class CommandLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Option<DatabaseKind?> Database = new("--database") { Description = "sqlite or postgres; both if left out." };

    private static readonly Option<string?> JsonFile = new("--json") { Description = "Writes the figures to this file as well." };

    private static readonly Option<long> Stored = new("--stored")
    {
        Description = "How many attempts are stored first where it says millions.",
        DefaultValueFactory = _ => FullRun.Stored,
    };

    public static Task<int> RunAsync(string[] args)
    {
        var quick = new Option<bool>("--quick") { Description = "Journeys only, in under three minutes." };
        var root = new RootCommand("Measures HoiThi with thousands of contestants.")
        {
            quick,
            Stored,
            JsonFile,
            Database,
            JourneysCommand.Create(Database),
            Part("steps", "The server's CPU time for each request of a journey, one after the other.", (kind, _) => StepCosts.Run(kind, Console.Out)),
            Part("stampede", "20,000 contestants join and start within 10 s.", (kind, _) => FullRun.Stampede(kind, Console.Out)),
            Part("memory", "The server's memory with 100,000 attempts in progress.", (kind, _) => FullRun.Memory(kind, Console.Out)),
            Part("stored", "Starts, submissions and boards with millions of attempts stored.", (kind, count) => FullRun.WithStored(kind, count, Console.Out)),
            Part("closing", "The results of a round of 10,000, 100,000 and 1,000,000 entrants.", (kind, _) => FullRun.Closing(kind, Console.Out)),
            Part("keys", "Item statistics of a round of a million attempts, and the correction of a key of it.", (kind, _) => FullRun.Corrections(kind, Console.Out)),
            Faults(),
            FloorCommand(),
        };
        root.SetAction(parsed => parsed.GetValue(quick) ? Quick(parsed) : Full(parsed));
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> Quick(ParseResult parsed)
    {
        var figures = new Dictionary<string, JourneyFigures>(StringComparer.Ordinal);
        foreach (var kind in Kinds(parsed))
        {
            figures[NameOf(kind)] = await JourneyRun.Run(kind, Durations.Quick, Console.Out);
        }

        return await Write(parsed, figures);
    }

    private static async Task<int> Full(ParseResult parsed)
    {
        var figures = new Dictionary<DatabaseKind, FullFigures>();
        foreach (var kind in Kinds(parsed))
        {
            figures[kind] = await FullRun.Run(kind, parsed.GetValue(Stored), Console.Out);
        }

        Console.WriteLine($"\n{MarkdownTable.Of(figures)}");
        return await Write(parsed, figures.ToDictionary(pair => NameOf(pair.Key), pair => pair.Value, StringComparer.Ordinal));
    }

    private static async Task<int> Write<T>(ParseResult parsed, T figures)
    {
        if (parsed.GetValue(JsonFile) is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, Json) + "\n");
        }

        return 0;
    }

    /// <summary>One part of the full run.</summary>
    private static Command Part(string name, string description, Func<DatabaseKind, long, Task> run)
    {
        var command = new Command(name, description) { Stored, Database };
        command.SetAction(async parsed =>
        {
            foreach (var kind in Kinds(parsed))
            {
                await run(kind, parsed.GetValue(Stored));
            }
        });
        return command;
    }

    private static Command Faults()
    {
        var kills = new Option<int>("--kills") { Description = "How often something is killed.", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "The seed of an earlier run, to run it again.", DefaultValueFactory = _ => Random.Shared.Next() };
        var command = new Command("faults", "Kills servers and PostgreSQL under load: is everything acknowledged there afterwards?") { kills, seed, Database };
        command.SetAction(async parsed =>
        {
            var (count, violations) = (parsed.GetValue(kills), 0);
            foreach (var kind in Kinds(parsed))
            {
                // On PostgreSQL two nodes, and the database itself is killed every other time.
                var run = kind == DatabaseKind.Sqlite
                    ? new FaultRun(kind, Nodes: 1, count, DatabaseKills: 0, parsed.GetValue(seed))
                    : new FaultRun(kind, Nodes: 2, count - (count / 2), count / 2, parsed.GetValue(seed));
                var report = await run.Run(Console.WriteLine);
                Console.WriteLine($"{kind}: {report.Checked}, {report.Busy} times told to come again, {report.Violations.Count} violations");
                report.Violations.Take(20).ToList().ForEach(Console.WriteLine);
                violations += report.Violations.Count;
            }

            return violations == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command FloorCommand()
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

    private static string NameOf(DatabaseKind kind) => kind.ToString().ToLowerInvariant();
}
