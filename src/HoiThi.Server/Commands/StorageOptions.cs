using System.CommandLine;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Commands;

/// <summary>The options of every command that works on a database.</summary>
internal sealed class StorageOptions
{
    private readonly Option<string> data = new("--data")
    {
        Description = "The folder for the SQLite database and the key.",
        DefaultValueFactory = _ => "data",
    };

    private readonly Option<string> database = new("--database")
    {
        Description = "sqlite, sqlite:PATH, postgres://user:password@host:port/name or Host=…;Database=…",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HOITHI_DATABASE") ?? "sqlite",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(database);
    }

    public ServerOptions Read(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(data)!);
        Directory.CreateDirectory(folder);
        return new ServerOptions(folder, DatabaseOptions.Parse(parsed.GetValue(database)!, folder));
    }
}
