using HoiThi.Formats.Contests;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Commands;

/// <summary>Changes a part of a contest in the database as if the whole had been exported, edited and imported.</summary>
internal static class ContestChange
{
    public static async Task<int> ApplyAsync(
        IServiceProvider services, string slug, Func<ContestBundle, ContestBundle> change, CancellationToken cancel)
    {
        var store = services.GetRequiredService<ContestStore>();
        if (await store.ExportAsync(slug, cancel) is not { } bundle)
        {
            return await Output.NoContest(slug);
        }

        var changed = change(bundle);
        var mistakes = changed.Check();
        foreach (var mistake in mistakes)
        {
            await Console.Error.WriteLineAsync(mistake.ToString());
        }

        if (mistakes.Count > 0)
        {
            return CommandLine.Failed;
        }

        var version = await store.ImportAsync(changed, cancel);
        Console.WriteLine($"{slug} is in the database as version {version}.");
        return CommandLine.Done;
    }
}
