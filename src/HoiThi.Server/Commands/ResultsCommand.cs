using System.CommandLine;
using System.Text.Json;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Server.Commands;

internal static class ResultsCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var round = new Option<int?>("--round") { Description = "One round; all that are over if left out." };
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

            if (parsed.GetValue(round) is { } wanted && contest.Round(wanted) is null)
            {
                await Console.Error.WriteLineAsync($"There is no round {wanted}; the contest has {contest.Rounds.Count}.");
                return CommandLine.Failed;
            }

            var outcomes = new List<(int Round, ClosingOutcome Outcome)>();
            foreach (var rules in contest.Rounds.Where(rules => parsed.GetValue(round) is not { } only || rules.Number == only))
            {
                outcomes.Add((rules.Number, await services.GetRequiredService<RoundClosing>().CloseAsync(contest, rules, parsed.GetValue(again), cancel)));
            }

            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(outcomes.Select(o => new { round = o.Round, outcome = o.Outcome.ToString() }), Output.Json));
            }
            else
            {
                outcomes.ForEach(outcome => Console.WriteLine($"Round {outcome.Round}: {outcome.Outcome}"));
            }

            return CommandLine.Done;
        });
        return new Command("results", "Results of rounds.") { compute };
    }
}
