using System.CommandLine;
using HoiThi.Server.Contestants;
using HoiThi.Server.Contests;
using HoiThi.Server.Demo;

namespace HoiThi.Server.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, separated by semicolons.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("HOITHI_URLS") ?? "http://127.0.0.1:8080",
        };
        var demo = new Option<string?>("--demo")
        {
            Description = "A contest's folder to fill an empty database with, moved so that its second round is open now, with simulated contestants.",
        };
        var command = new Command("serve", "Runs the server.") { urls, demo };
        var storage = new StorageOptions();
        storage.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = ServerApp.Build(storage.Read(parsed) with { Urls = parsed.GetValue(urls)! });
            await ServerApp.PrepareAsync(app.Services);
            await app.StartAsync(cancel);
            try
            {
                if (parsed.GetValue(demo) is { } folder && app.Services.GetRequiredService<ContestCatalog>().All.Count == 0)
                {
                    await DemoContest.SeedAsync(app.Services, folder, cancel);
                }

                Announce(app);
                await app.WaitForShutdownAsync(cancel);
                return CommandLine.Done;
            }
            finally
            {
                await app.StopAsync(CancellationToken.None);
            }
        });
        return command;
    }

    private static void Announce(WebApplication app)
    {
        foreach (var url in app.Urls)
        {
            Console.WriteLine($"HoiThi listens on {url}");
        }

        foreach (var contest in app.Services.GetRequiredService<ContestCatalog>().All)
        {
            var password = contest.Definition.Registration.Password is { } word ? $"   contest password: {word}" : "";
            Console.WriteLine($"  {app.Urls.First()}/competition/{contest.Definition.Slug}{password}");
            foreach (var lack in app.Services.GetRequiredService<MethodNeeds>().Of(contest.Definition))
            {
                Console.Error.WriteLine(lack);
            }
        }
    }
}
