using System.CommandLine;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using HoiThi.Rehearsal.Rehearsals;
using HoiThi.Server.Rehearsals;

namespace HoiThi.Server.Commands;

/// <summary><c>rehearse</c>: the people of a simulation take a copy of a contest on a running server, to see what it bears.</summary>
internal static class RehearseCommand
{
    private static readonly TimeSpan UntilSeen = TimeSpan.FromSeconds(20);
    private static readonly JsonSerializerOptions Json = new(Output.Json) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create()
    {
        var url = new Argument<string>("URL") { Description = "The running server, as in http://127.0.0.1:8080.", Arity = ArgumentArity.ZeroOrOne };
        var slug = new Option<string?>("--contest") { Description = "The contest; 'rehearse prepare' has made a copy of it." };
        var people = new Option<int>("--contestants") { Description = "How many people come.", DefaultValueFactory = _ => 1_000 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed brings the same people.", DefaultValueFactory = _ => 1 };
        var minutes = new Option<double>("--minutes") { Description = "The time into which the whole round is pressed.", DefaultValueFactory = _ => 5 };
        var expected = new Option<int?>("--expected") { Description = "How many people the real round expects; left out, what the units would send." };
        var yes = new Option<string?>("--yes") { Description = "The host of URL again, where it is not this machine." };
        var keep = new Option<bool>("--keep") { Description = "Keeps the copy for another rehearsal." };
        people.Validators.Add(result => Require(result.GetValueOrDefault<int>() is >= 1 and <= RehearsalRun.MostPeople, result.AddError, $"--contestants is 1–{RehearsalRun.MostPeople}."));
        minutes.Validators.Add(result => Require(result.GetValueOrDefault<double>() is >= 0.05 and <= 600, result.AddError, "--minutes is 0.05–600."));
        expected.Validators.Add(result => Require(result.GetValueOrDefault<int?>() is null or (>= 1 and <= 10_000_000), result.AddError, "--expected is 1–10000000."));
        var json = Output.JsonOption();
        var command = new Command("rehearse", "Made-up people take a copy of a contest on a running server: what does it bear?")
        {
            url, slug, people, seed, minutes, expected, yes, keep, json, Prepare(), Delete(),
        };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var site = await SiteOf(parsed.GetValue(url), parsed.GetValue(yes), cancel);
            var name = parsed.GetValue(slug) ?? throw new FormatException("Which contest? --contest SLUG.");
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var copies = services.GetRequiredService<RehearsalCopies>();
            if (await copies.FindAsync(name, cancel) is not { } contest)
            {
                throw new InvalidDataException($"There is no copy of {name} to rehearse with in this database; 'hoithi rehearse prepare {name}' makes one. A real contest is never rehearsed with.");
            }

            await RequireSeen(site, contest, cancel);
            var plan = new RehearsalPlan(parsed.GetValue(people), parsed.GetValue(seed), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(expected));
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(services.GetRequiredService<TimeProvider>().GetUtcNow(), contest.Real.Zone).DateTime);
            var report = await RehearsalRun.RunAsync(contest, plan, site, today, cancel);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(report, Json));
            }
            else
            {
                RehearsalText.Write(Console.Out, report);
            }

            if (!parsed.GetValue(keep))
            {
                await copies.DeleteAsync(contest.Definition.Slug, cancel);
            }

            return report.Passed ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static Command Prepare()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var round = new Option<int?>("--round") { Description = "The round to rehearse; left out, the last." };
        var command = new Command("prepare", "Makes a copy of a contest to rehearse with: on no list, one round of it open now.") { slug, round };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (await services.GetRequiredService<RehearsalCopies>().PrepareAsync(parsed.GetValue(slug)!, parsed.GetValue(round), cancel) is not var (copy, mistakes))
            {
                throw new InvalidDataException($"There is no contest {parsed.GetValue(slug)} with such a round in this database.");
            }

            ContestCommands.Report(mistakes, json: false);
            if (copy is null)
            {
                return CommandLine.Failed;
            }

            Console.WriteLine($"{copy} is open for a day, on no list. Rehearse: hoithi rehearse URL --contest {parsed.GetValue(slug)}; delete: hoithi rehearse delete {copy}.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Delete()
    {
        var slug = new Argument<string>("COPY") { Description = "The copy's slug." };
        var command = new Command("delete", "Deletes a copy that was made to rehearse with, and everybody who took part in it.") { slug };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            var copy = parsed.GetValue(slug)!;
            if (!await services.GetRequiredService<RehearsalCopies>().DeleteAsync(copy, cancel))
            {
                throw new InvalidDataException($"{copy} is no copy to rehearse with; nothing was deleted.");
            }

            Console.WriteLine($"{copy} is deleted.");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<RehearsalSite> SiteOf(string? text, string? yes, CancellationToken cancel)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new FormatException("Where is the server? As in hoithi rehearse http://127.0.0.1:8080 --contest SLUG.");
        }

        try
        {
            var site = await RehearsalSite.FindAsync(address, cancel);
            return site.IsHere || yes == address.Host ? site : throw new FormatException(
                $"{address.Host} is not this machine. A rehearsal is a heavy load: if the server is yours and nobody sits a contest there now, say --yes {address.Host}.");
        }
        catch (SocketException exception)
        {
            throw new FormatException($"{address.Host}: {exception.Message}", exception);
        }
    }

    /// <summary>Waits until the server shows the copy: it looks for new contests every two seconds.</summary>
    private static async Task RequireSeen(RehearsalSite site, RehearsedContest contest, CancellationToken cancel)
    {
        using var visitor = site.Visit();
        for (var waited = TimeSpan.Zero; waited < UntilSeen; waited += TimeSpan.FromSeconds(1))
        {
            if ((await visitor.Get($"/competition/{contest.Definition.Slug}", cancel)).Status == StatusCodes.Status200OK)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }

        throw new InvalidDataException($"{site.Address} does not show {contest.Definition.Slug}: is it a server of this database?");
    }

    private static void Require(bool right, Action<string> add, string what)
    {
        if (!right)
        {
            add(what);
        }
    }
}
