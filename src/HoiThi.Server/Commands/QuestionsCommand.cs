using System.CommandLine;
using HoiThi.Core;
using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Commands;

internal static class QuestionsCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A question file (see docs/contest-file.md)." };
        var slug = new Option<string>("--contest") { Description = "The contest's slug.", Required = true };
        var round = new Option<int>("--round") { Description = "The round whose questions these are.", Required = true };
        var import = new Command("import", "Replaces the questions of a round that has not opened.") { file, slug, round };
        var storage = new StorageOptions();
        storage.AddTo(import);
        import.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            var bank = QuestionsYaml.Read(await File.ReadAllTextAsync(path, cancel), path).Require();
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            return await ContestChange.ApplyAsync(services, parsed.GetValue(slug)!, bundle =>
            {
                var number = parsed.GetValue(round);
                return number >= 1 && number <= bundle.Banks.Count
                    ? bundle with { Banks = bundle.Banks.Select((each, index) => index == number - 1 ? bank : each).ToValueList() }
                    : throw new ContestImportException($"There is no round {number}; the contest has {bundle.Banks.Count}.");
            }, cancel);
        });
        var command = new Command("questions", "Questions.") { import };
        foreach (var each in QuestionFileCommands.Create())
        {
            command.Add(each);
        }

        return command;
    }
}
