using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Loads;

/// <summary>The opening: everybody joins and starts in the same seconds, each on a connection of his own.</summary>
public static class Stampede
{
    public const int People = 20_000;
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static Task<LoadFigures> Run(Installation installation, ServerProcess server) =>
        new OpenLoop($"{installation.Kind}: stampede", server.Address, People / Time.TotalSeconds, (visitor, recorder) => Begin(installation.Contest, visitor, recorder))
            .Run(People, connectionEach: true, () => Used.By(server, installation.Postgres));

    /// <summary>From the join page to the first sight of the paper.</summary>
    public static async Task Begin(BenchContest contest, Visitor visitor, Recorder recorder)
    {
        var journey = new Journey(visitor, contest.Target, recorder);
        await journey.Join(Person.Next().In(contest));
        await journey.Start();
        await journey.Paper();
    }
}
