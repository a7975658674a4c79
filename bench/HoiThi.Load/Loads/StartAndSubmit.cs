using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Loads;

/// <summary>How many starts and how many submissions a second, each alone: compared between an empty and a full database.</summary>
public static class StartAndSubmit
{
    private const int WarmUp = 10_000;
    private const int People = 40_000;

    public static async Task<(double Starts, double Submissions, long Failed)> Run(Installation installation, ServerProcess server)
    {
        await Measure(installation, server, WarmUp);
        return await Measure(installation, server, People);
    }

    private static async Task<(double Starts, double Submissions, long Failed)> Measure(Installation installation, ServerProcess server, int people)
    {
        var places = new Place[people];
        var joined = await Each("joining", (journey, _) => journey.Join(Person.Next().In(installation.Contest)));
        var started = await Each("starting", (journey, _) => journey.Start());
        var submitted = await Each("submitting", (journey, _) => journey.Submit());
        return (started.PerSecond, submitted.PerSecond, joined.Recorder.Failed + started.Recorder.Failed + submitted.Recorder.Failed);

        Task<LoadFigures> Each(string what, Func<Journey, int, Task> act)
        {
            var last = -1;
            return new ClosedLoop($"{installation.Kind}: {people:N0} {what}", server.Address, 256, Once).RunTimes(people, () => default);

            async Task Once(Visitor visitor, Recorder recorder)
            {
                var number = Interlocked.Increment(ref last);
                var journey = new Journey(visitor, installation.Contest.Target, recorder) { Place = places[number] };
                await act(journey, number);
                places[number] = journey.Place;
            }
        }
    }
}
