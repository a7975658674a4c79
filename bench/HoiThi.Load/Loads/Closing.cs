using System.Diagnostics;
using HoiThi.Core.Contests;
using HoiThi.Load.Machinery;
using HoiThi.Server.Contests;
using HoiThi.Server.Results;

namespace HoiThi.Load.Loads;

/// <summary>How long the results of a round take: ranking with the prediction, prizes, and the table of units.</summary>
public static class Closing
{
    /// <summary>Fills a database with entrants of the first round, which is over, and closes it, three times.</summary>
    /// <returns>The median in milliseconds: closing, and the collective awards.</returns>
    public static async Task<(double Closing, double Collective)> Run(Installation installation, long people)
    {
        await new Prefill(installation, people, rounds: 1, attempts: false).Run();
        await using var services = installation.Services();
        await services.GetRequiredService<ContestStore>().ImportAsync(installation.Contest.Bundle with { Contest = installation.Contest.Bundle.Contest with { Collective = Awards } });
        var contest = await ContestOf(services, installation);
        var (closing, collective) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < 3; turn++)
        {
            var clock = Stopwatch.StartNew();
            var outcome = await services.GetRequiredService<RoundClosing>().CloseAsync(contest, 1, again: turn > 0);
            closing.Add(clock.Elapsed.TotalMilliseconds);
            if (outcome != ClosingOutcome.Closed)
            {
                throw new InvalidOperationException($"The round was not closed: {outcome}.");
            }

            clock.Restart();
            await ActivatorUtilities.CreateInstance<CollectiveBoards>(services).Of(contest, closed: null);
            collective.Add(clock.Elapsed.TotalMilliseconds);
        }

        return (closing.Order().ElementAt(1), collective.Order().ElementAt(1));
    }

    /// <summary>Closes the rounds that are over, as a server would have done.</summary>
    public static Task CloseEarlier(Installation installation) => OffSockets.Run(async () =>
    {
        await using var services = installation.Services();
        var contest = await ContestOf(services, installation);
        for (var round = 1; round < installation.Contest.Round; round++)
        {
            await services.GetRequiredService<RoundClosing>().CloseAsync(contest, round);
        }
    });

    private static async Task<LiveContest> ContestOf(IServiceProvider services, Installation installation)
    {
        var catalog = services.GetRequiredService<ContestCatalog>();
        await catalog.RefreshAsync();
        return catalog.Find(installation.Contest.Slug)!;
    }

    private static Core.ValueList<CollectiveAward> Awards { get; } =
    [
        new(
            "ty-le", new LocalText("Tỷ lệ"), new UnitFilter(UnitLevel.Top, [], [], []), CollectiveGroup.Block, [],
            [new Term(Measure.Share, 100, null, [], [], null), new Term(Measure.AverageScore, 100, null, [], [], null)], [Measure.Entrants], [], 15),
        new(
            "tot-nhat", new LocalText("Năm người cao nhất"), new UnitFilter(UnitLevel.Each, [], [], []), CollectiveGroup.All, [],
            [new Term(Measure.BestTotal, 100, 5, [], [], null)], [], [], 15),
    ];
}
