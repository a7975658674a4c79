using System.CommandLine;

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
            ResultsCommand.Create(),
            ReconcileCommand.Create(),
            MigrateCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
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
}
