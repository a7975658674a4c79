using System.CommandLine;
using System.CommandLine.Parsing;

namespace HoiThi.Server.Commands;

/// <summary>
/// The command line. Exit codes: 0 done; 1 the input has mistakes, or something differs or failed; 2 the command was
/// not understood.
/// </summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("HoiThi: public online contests, run by yourself.")
        {
            ServeCommand.Create(),
            ContestCommands.Create(),
            QuestionsCommand.Create(),
            UnitsCommand.Create(),
            ContestantsCommand.Create(),
            ResultsCommand.Create(),
            PublicityCommand.Create(),
            JuryCommand.Create(),
            MarksCommand.Create(),
            ReconcileCommand.Create(),
            RehearseCommand.Create(),
            PeopleCommand.Create(),
            AuditCommand.Create(),
            MigrateCommand.Create(),
        };
        var parsed = root.Parse(args);
        string[] errors = [.. Mistaken(parsed.CommandResult), .. parsed.Errors.Select(error => error.Message)];
        if (errors.Length > 0)
        {
            foreach (var error in errors)
            {
                await Console.Error.WriteLineAsync(error);
            }

            await Console.Error.WriteLineAsync($"See hoithi {string.Join(' ', args.TakeWhile(arg => !arg.StartsWith('-')).Take(1))} --help.");
            return NotUnderstood;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or IOException or Contests.ContestImportException
            or UnauthorizedAccessException or System.Data.Common.DbException or Security.WrongKeyException)
        {
            // What a person can mend is said in a line; anything else is a bug and shows its trace.
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }

    /// <summary>
    /// Options that are none: the parser takes them for an argument, a folder called <c>--jsn</c>. A folder that is
    /// really called so is written <c>./--jsn</c>.
    /// </summary>
    private static IEnumerable<string> Mistaken(CommandResult command) => command.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Where(token => token.Value.StartsWith('-') && token.Value.Length > 1)
        .Select(token => $"There is no option {token.Value}.");
}
