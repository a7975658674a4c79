using System.Text;
using HoiThi.Server.Commands;

namespace HoiThi.Server.Tests.Harness;

/// <summary>
/// Runs a command in this process, because a process of its own takes a second to start. What it writes to the console
/// is caught by where it comes from, so that tests beside it are not disturbed.
/// </summary>
internal static class CommandRun
{
    private static readonly AsyncLocal<Said?> Current = new();

    static CommandRun()
    {
        Console.SetOut(new Caught(Console.Out, said => said.Output));
        Console.SetError(new Caught(Console.Error, said => said.Errors));
    }

    public static async Task<Result> RunAsync(params string[] arguments)
    {
        var said = new Said(new StringWriter(), new StringWriter());
        Current.Value = said;
        try
        {
            var code = await CommandLine.RunAsync(arguments);
            return new Result(code, said.Output.ToString(), said.Errors.ToString());
        }
        finally
        {
            Current.Value = null;
        }
    }

    /// <summary>What came of a command.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors);

    private sealed record Said(StringWriter Output, StringWriter Errors);

    private sealed class Caught(TextWriter console, Func<Said, TextWriter> of) : TextWriter
    {
        public override Encoding Encoding => console.Encoding;

        private TextWriter Target => Current.Value is { } said ? of(said) : console;

        public override void Write(char value) => Target.Write(value);

        public override void Write(string? value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void Flush() => Target.Flush();
    }
}
