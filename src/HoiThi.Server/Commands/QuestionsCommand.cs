using System.CommandLine;
using HoiThi.Core;
using HoiThi.Core.Contests;
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
        var division = new Option<string?>("--division") { Description = "The division whose questions these are, where it has its own in the round." };
        var import = new Command("import", "Replaces the questions of a round that has not opened.") { file, slug, round, division };
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
                var slots = QuestionSlot.Of(bundle.Contest).ToList();
                var code = parsed.GetValue(division);
                var slot = slots.Find(each => each.Round == number - 1 && each.Division == code);
                return slot is null
                    ? throw new ContestImportException(new LocalText(code is null
                        ? $"There is no round {number}; the contest has {bundle.Contest.Rounds.Count}."
                        : $"There are no questions of their own for {code} in round {number}."))
                    : bundle with { Banks = bundle.Banks.Select((each, index) => slots[index].File == slot.File ? bank : each).ToValueList() };
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
