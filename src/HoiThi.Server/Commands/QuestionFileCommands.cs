using System.CommandLine;
using System.Text.Json;
using HoiThi.Core.Questions;
using HoiThi.Formats.Banks;
using HoiThi.Formats.Banks.Lint;

namespace HoiThi.Server.Commands;

/// <summary>Commands on files of questions that need no database.</summary>
internal static class QuestionFileCommands
{
    private static readonly Argument<string> Source = new("FILE") { Description = "A file of questions of any kind (see docs/question-banks.md)." };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "What a column is, where its name does not say: question=\"Nội dung\", a=C, key=G. May be repeated.",
    };

    public static IEnumerable<Command> Create() => [Read(), Convert(), Lint()];

    private static Command Read()
    {
        var json = Output.JsonOption();
        var command = new Command("read", "Shows the questions of a file, their keys and what is not clear, each with its place.") { Source, Map, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var (reading, error) = await ReadAsync(parsed, cancel);
            if (reading is null)
            {
                return error;
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(BankReport.Of(reading), Output.Json));
            }
            else
            {
                foreach (var line in BankReport.Lines(reading))
                {
                    Console.WriteLine(line);
                }
            }

            return reading.Whole ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static Command Convert()
    {
        var target = new Argument<string>("OUT") { Description = $"The file to write: {string.Join(", ", BankWriter.Extensions.Keys)}." };
        var command = new Command("convert", "Writes the questions of a file in another format; the extension says which.") { Source, target, Map };
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(target)!;
            if (!BankWriter.Extensions.TryGetValue(Path.GetExtension(path), out var format))
            {
                await Console.Error.WriteLineAsync($"No format is written to {Path.GetExtension(path)}; there are {string.Join(", ", BankWriter.Extensions.Keys)}.");
                return CommandLine.NotUnderstood;
            }

            var (reading, error) = await ReadAsync(parsed, cancel);
            if (reading is null)
            {
                return error;
            }

            if (!reading.Whole)
            {
                foreach (var line in BankReport.Problems(reading))
                {
                    await Console.Error.WriteLineAsync(line);
                }

                await Console.Error.WriteLineAsync("Nothing was written.");
                return CommandLine.Failed;
            }

            await File.WriteAllBytesAsync(path, BankWriter.Write(reading.Ready(), format), cancel);
            Console.WriteLine($"{path}: {reading.Questions.Count} questions.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Lint()
    {
        var repealed = new Option<string>("--repealed") { Description = "A list of documents that are no longer in force, as CSV: number,document,replaced_by,since." };
        var json = Output.JsonOption();
        var command = new Command("lint", "Looks for what writers overlook: questions twice, keys that can be guessed, repealed documents.") { Source, Map, repealed, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var (reading, error) = await ReadAsync(parsed, cancel);
            if (reading is null)
            {
                return error;
            }

            var list = parsed.GetValue(repealed) is { } path ? RepealedDocuments.Read(await File.ReadAllTextAsync(path, cancel)) : null;
            var bank = new QuestionBank(reading.Topics, [.. reading.Questions.Select(read => read.Question)]);
            var findings = BankLint.Of(bank, list, cancel);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(findings, Output.Json));
            }
            else
            {
                foreach (var line in BankReport.Problems(reading).Concat(findings.Select(finding => $"{string.Join(", ", finding.Questions)} {finding.Code}: {finding.Message.En}".TrimStart())))
                {
                    Console.WriteLine(line);
                }
            }

            return findings.Count == 0 && reading.Whole ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>The reading of the file that a command names, or the exit code where the command was not understood.</summary>
    private static async Task<(BankReading? Reading, int Error)> ReadAsync(ParseResult parsed, CancellationToken cancel)
    {
        var columns = new List<ColumnChoice>();
        foreach (var map in parsed.GetValue(Map) ?? [])
        {
            if (map.Split('=', 2) is not [{ Length: > 0 } role, { Length: > 0 } column])
            {
                await Console.Error.WriteLineAsync($"--map {map}: expected role=column, as in question=B.");
                return (null, CommandLine.NotUnderstood);
            }

            columns.Add(new ColumnChoice(role.ToLowerInvariant(), column));
        }

        var path = parsed.GetValue(Source)!;
        var bytes = await ReadFileAsync(path, cancel);
        return (BankFile.Read(bytes, Path.GetFileName(path), BankOptions.Default with { Columns = [.. columns] }, cancel), CommandLine.Done);
    }

    // A file above the limit is not read into memory to be told that it is.
    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var most = BankLimits.Default.Bytes;
        var bytes = new byte[Math.Min(file.Length, most + 1L)];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
