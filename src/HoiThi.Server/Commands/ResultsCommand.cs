using System.CommandLine;
using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;
using HoiThi.Server.Security;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Commands;

internal static class ResultsCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var round = new Option<int?>("--round") { Description = "One round, 0 for the whole contest, -1 for the first stage; all that are over if left out." };
        var again = new Option<bool>("--again") { Description = "Compute anew what is computed already." };
        var json = Output.JsonOption();
        var compute = new Command("compute", "Closes rounds that are over: the truth of the prediction, final ranking, prizes.") { slug, round, again, json };
        var storage = new StorageOptions();
        storage.AddTo(compute);
        compute.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(slug)!) is not { } contest)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            if (parsed.GetValue(round) is { } wanted && !contest.Closings.Contains(wanted))
            {
                await Console.Error.WriteLineAsync($"There is no round {wanted} that counts; the contest has {contest.Rounds.Count}, and {contest.Definition.Stages.Count} stages.");
                return CommandLine.Failed;
            }

            var outcomes = new List<(int Round, ClosingOutcome Outcome)>();
            var closing = services.GetRequiredService<RoundClosing>();
            foreach (var number in contest.Closings.Where(number => parsed.GetValue(round) is not { } only || number == only))
            {
                outcomes.Add((number, await closing.CloseAsync(contest, number, parsed.GetValue(again), cancel)));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(outcomes.Select(o => new { round = o.Round, outcome = o.Outcome.ToString() }), Output.Json));
            }
            else
            {
                outcomes.ForEach(outcome => Console.WriteLine($"{(outcome.Round < 0 ? $"Stage {-outcome.Round}" : $"Round {outcome.Round}")}: {outcome.Outcome}"));
            }

            return CommandLine.Done;
        });
        return new Command("results", "Results of rounds.") { compute, FallOut() };
    }

    private static Command FallOut()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var who = new Option<string>("--contestant") { Description = "The contestant's id, or the value of the identity field.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, for the record.", Required = true };
        var command = new Command("fall-out", "Takes a winner out of all prizes; the next in line moves up.") { slug, who, reason };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(slug)!) is not { } contest)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            var named = parsed.GetValue(who)!.Trim();
            var id = Guid.TryParse(named, out var given) ? new ContestantId(given) : services.GetRequiredService<Secrets>().IdOf(contest.Definition.Slug, named);
            await using var context = await services.GetRequiredService<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync(cancel);
            if (!await context.Contestants.AnyAsync(person => person.Id == id && person.Contest == contest.Number, cancel))
            {
                await Console.Error.WriteLineAsync("There is no such contestant in the contest.");
                return CommandLine.Failed;
            }

            await services.GetRequiredService<RoundClosing>().FallOutAsync(contest, id, parsed.GetValue(reason)!, cancel);
            Console.WriteLine("Taken out; the prizes of all closed rounds have been given anew.");
            return CommandLine.Done;
        });
        return command;
    }
}
