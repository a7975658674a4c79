using System.CommandLine;

namespace HoiThi.Fuzz;

/// <summary>The command line of the fuzzer.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var parsers = new Argument<string[]>("PARSER") { Description = $"Which; all if left out: {string.Join(", ", Parsers.All.Select(parser => parser.Name))}.", Arity = ArgumentArity.ZeroOrMore };
        var minutes = new Option<double>("--minutes") { Description = "For how long each is fuzzed.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "The seed of an earlier run, to run it again.", DefaultValueFactory = _ => Random.Shared.Next() };
        var finds = new Option<string>("--out") { Description = "Where to save what crashes or takes too long.", DefaultValueFactory = _ => "fuzz-finds" };
        var child = new Option<bool>("--child") { Hidden = true };
        var root = new RootCommand("Broken and hostile variants of sound files for every reader of HoiThi.") { parsers, minutes, seed, finds, child };
        root.SetAction(async parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(finds)!);
            Directory.CreateDirectory(folder);
            var time = TimeSpan.FromMinutes(parsed.GetValue(minutes));
            var chosen = parsed.GetValue(parsers) is { Length: > 0 } names
                ? names.Select(name => Parsers.All.FirstOrDefault(parser => parser.Name == name) ?? throw new ArgumentException($"There is no parser {name}.")).ToArray()
                : [.. Parsers.All];
            if (parsed.GetValue(child))
            {
                return ChildRun.Run(chosen[0], parsed.GetValue(seed), time, folder);
            }

            var found = 0;
            foreach (var parser in chosen)
            {
                found += await Supervisor.RunAsync(parser, parsed.GetValue(seed), time, folder);
            }

            Console.WriteLine(found == 0 ? "Nothing was found." : $"{found} finds are in {folder}.");
            return found == 0 ? 0 : 1;
        });
        return root.Parse(args).InvokeAsync();
    }
}
