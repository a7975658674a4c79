using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Loads;

/// <summary>How much memory the server needs while many are at their papers.</summary>
public static class InProgress
{
    public const int Attempts = 100_000;
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);

    /// <returns>Megabytes with all attempts in progress, the most there ever were, and what it took.</returns>
    public static async Task<(double Now, double Peak, LoadFigures Load)> Run(Installation installation, ServerProcess server)
    {
        var load = await new ClosedLoop($"{installation.Kind}: attempts in progress", server.Address, 256, Begin)
            .RunTimes(Attempts, () => Used.By(server, installation.Postgres));
        await Task.Delay(Calm);
        var (now, peak) = ProcessFigures.MemoryOf(server.Id);
        return (now, peak, load);

        async Task Begin(Visitor visitor, Recorder recorder)
        {
            visitor.Cookies = ""; // somebody new
            var journey = new Journey(visitor, installation.Contest.Target, recorder);
            await journey.Join(Person.Next().In(installation.Contest));
            await journey.Start();
            await journey.Paper();
            await journey.Save();
        }
    }
}
