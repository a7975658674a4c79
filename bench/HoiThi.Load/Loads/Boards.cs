using System.Diagnostics;
using HoiThi.Load.Machinery;
using HoiThi.Rehearsal.Client;
using HoiThi.Rehearsal.Journeys;

namespace HoiThi.Load.Loads;

/// <summary>How long each public board takes when no cache has it.</summary>
public static class Boards
{
    private const int Times = 9;

    /// <returns>The median in milliseconds of each board, the slowest first.</returns>
    public static async Task<IReadOnlyList<(string Board, double Milliseconds)>> Run(Installation installation, ServerProcess server)
    {
        var home = $"/competition/{installation.Contest.Slug}";
        string[] boards =
        [
            "/?", $"{home}?", $"{home}/standings?", $"{home}/standings?round=0&", $"{home}/standings?round=1&", $"{home}/standings?page=2&",
            $"{home}/standings?q=Binh&", $"{home}/participation?", $"{home}/participation?round=0&", $"{home}/participation?block=city&",
        ];
        using var visitor = new Visitor(server.Address);
        var medians = new List<(string, double)>();
        foreach (var board in boards)
        {
            var times = new List<double>();
            for (var time = 0; time <= Times; time++)
            {
                // A query that nobody has asked before: the cache keeps pages by their query.
                var sent = Stopwatch.GetTimestamp();
                var reply = await visitor.Get($"{board}nonce={Guid.NewGuid():N}");
                times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                if (reply.Status != 200)
                {
                    throw new JourneyException($"{board}: status {reply.Status}");
                }
            }

            times.RemoveAt(0); // compiles
            times.Sort();
            medians.Add((board.TrimEnd('?', '&'), times[times.Count / 2]));
        }

        return [.. medians.OrderByDescending(median => median.Item2)];
    }
}
