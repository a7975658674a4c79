using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HoiThi.Server.Commands;

/// <summary>What commands have in common when they answer.</summary>
internal static class Output
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Option<bool> JsonOption() => new("--json") { Description = "Answer in JSON, for programs." };

    public static async Task<int> NoContest(string slug)
    {
        await Console.Error.WriteLineAsync($"There is no contest {slug} in this database.");
        return CommandLine.Failed;
    }
}
