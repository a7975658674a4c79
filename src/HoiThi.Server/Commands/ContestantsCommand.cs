using System.CommandLine;
using System.Security.Cryptography;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Contests.People;
using HoiThi.Server.Security;

namespace HoiThi.Server.Commands;

internal static class ContestantsCommand
{
    public static Command Create()
    {
        var slug = new Argument<string>("CONTEST") { Description = "The contest's slug." };
        var identity = new Option<string>("--identity")
        {
            Description = "The value of the contest's identity field, as a citizen ID; - reads it from standard input, so that it stands in no history.",
            Required = true,
        };
        var code = new Command("code", "Gives a contestant a new personal code, which opens the account whatever the contest's method is.") { slug, identity };
        var storage = new StorageOptions();
        storage.AddTo(code);
        code.SetAction(async (parsed, cancel) =>
        {
            await using var services = await CommandServices.PrepareAsync(storage.Read(parsed));
            if (services.GetRequiredService<ContestCatalog>().Find(parsed.GetValue(slug)!) is not { } contest)
            {
                return await Output.NoContest(parsed.GetValue(slug)!);
            }

            var given = parsed.GetValue(identity)!;
            var typed = given == "-" ? await Console.In.ReadLineAsync(cancel) : given;
            return await GiveAsync(services, contest, typed);
        });
        return new Command("contestants", "Contestants.") { code };
    }

    private static async Task<int> GiveAsync(IServiceProvider services, LiveContest contest, string? typed)
    {
        var secrets = services.GetRequiredService<Secrets>();
        var today = contest.Today(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (FieldCheck.Identity(contest.Definition, typed, today) is not { } identity)
        {
            await Console.Error.WriteLineAsync($"This is no {contest.Definition.Registration.Identity} of {contest.Definition.Slug}.");
            return CommandLine.Failed;
        }

        var id = secrets.IdOf(contest.Definition.Slug, identity);
        var code = secrets.CodeOf(id, RandomNumberGenerator.GetHexString(32));
        if (!await services.GetRequiredService<Accounts>().Replace(id, secrets.HashOfCode(id, code), "operator"))
        {
            await Console.Error.WriteLineAsync($"Nobody has joined {contest.Definition.Slug} with this {contest.Definition.Registration.Identity}.");
            return CommandLine.Failed;
        }

        Console.WriteLine($"{code[..4]}-{code[4..]}");
        return CommandLine.Done;
    }
}
