using System.Collections.Concurrent;
using System.Diagnostics;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Results;

/// <summary>
/// How right answers are spread while a round is open. Counting a million takes a quarter of a second along the index, so it
/// is done now and then beside the requests, for at most a fiftieth of the time; a page waits for it only a moment, and
/// shows the one before.
/// </summary>
public sealed class SpreadCache(Reads reads)
{
    private const string Sql = """
        SELECT correct, count(*) FROM standing WHERE contest = $1 AND round = $2 AND division = $3 GROUP BY correct ORDER BY correct
        """;

    private const int TimeShare = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);
    private readonly ConcurrentDictionary<(short Contest, int Round, int Division), Entry> entries = new();

    /// <summary>People by right answers; empty where nothing is known yet.</summary>
    public async Task<List<(int Correct, long People)>> Of(LiveContest contest, int round, int division)
    {
        var entry = entries.GetOrAdd((contest.Number, round, division), static _ => new Entry());
        var counting = entry.Refresh(() => Task.Run(async () =>
            await reads.Query(Sql, row => ((int)row.GetInt64(0), row.GetInt64(1)), contest.Number, (short)round, (short)division)));
        if (counting is not null)
        {
            await Task.WhenAny(counting, Task.Delay(Patience));
        }

        return entry.Known;
    }

    private sealed class Entry
    {
        private readonly Lock turn = new();
        private Task? counting;
        private long due;

        public List<(int Correct, long People)> Known { get; private set; } = [];

        public Task? Refresh(Func<Task<List<(int Correct, long People)>>> count)
        {
            lock (turn)
            {
                if (counting is { IsCompleted: false } || Stopwatch.GetTimestamp() < due)
                {
                    return counting;
                }

                return counting = Keep(count);
            }
        }

        private async Task Keep(Func<Task<List<(int Correct, long People)>>> count)
        {
            var begun = Stopwatch.GetTimestamp();
            Known = await count();
            due = Stopwatch.GetTimestamp() + (TimeShare * (Stopwatch.GetTimestamp() - begun));
        }
    }
}
