using System.Diagnostics;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;
using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Floor;

/// <summary>A journey's requests against the floor: as many, as many of them writing, in the same order.</summary>
/// <param name="saves">How many of the saves write: all for the same writes as a journey; none for one insert and one update.</param>
/// <param name="joins">Whether joining writes.</param>
public sealed class FloorJourney(int saves, bool joins)
{
    /// <summary>Every write of a journey.</summary>
    public static FloorJourney Same { get; } = new(Journey.Saves, joins: true);

    /// <summary>The start's insert and the submission's update only.</summary>
    public static FloorJourney Least { get; } = new(0, joins: false);

    public async Task Run(Visitor visitor, Recorder recorder)
    {
        var number = Person.Next().Number;
        visitor.Cookies = "contestant-1=AAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA; code-1=AAAAAAAA";
        await Text();
        await Text();
        await (joins ? Write("contestant") : Text());
        await Text();
        await Write("start");
        await Text();
        for (var save = 0; save < Journey.Saves; save++)
        {
            await (save < saves ? Write("save") : Text());
        }

        await Write("save");
        await Text();
        await Text();

        Task Text() => Ask(Step.PlainText, "/text");

        Task Write(string what) => Ask(Step.PlainWrite, $"/{what}/{number}");

        async Task Ask(Step step, string path)
        {
            var sent = Stopwatch.GetTimestamp();
            var reply = await visitor.Get(path);
            recorder.Record(step, Stopwatch.GetElapsedTime(sent));
            if (reply.Status != 200)
            {
                throw new JourneyException($"floor: status {reply.Status}");
            }
        }
    }
}
