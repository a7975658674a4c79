using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>
/// Where somebody stands in a round so far. Counting who is ahead costs as much as there are people ahead, and everybody
/// who submits asks; so the keys of a round are read now and then, and places found among them. Reading takes at most a
/// fiftieth of the time: a small field is read at nearly every question, a million people once a minute or so.
/// </summary>
public sealed class Places(Reads reads, Database database)
{
    private const int TimeShare = 50;

    // All keys of the first hundred thousand, whose places people compare; farther down one of 256.
    private const string Keys = """
        SELECT rank_key, place FROM (SELECT rank_key, row_number() OVER (ORDER BY rank_key) AS place FROM standing WHERE contest = $1 AND round = $2 AND division = $3) AS ranked
        WHERE place <= 100000 OR place % 256 = 0
        ORDER BY place
        """;

    private const string People = "SELECT CAST(coalesce(sum(people), 0) AS bigint) FROM tally WHERE contest = $1 AND round = $2 AND division = $3";

    private const string Final = """
        SELECT contestants, places FROM final_place WHERE contest = $1 AND round = $2 AND division = $3 AND first <= $4
        ORDER BY first DESC LIMIT 1
        """;

    private readonly ConcurrentDictionary<(short Contest, short Round, short Division), Field> fields = new();

    /// <summary>The place of a standing with these bytes among its division, and how many people there are.</summary>
    /// <param name="rules">The rules of the round.</param>
    /// <param name="rankKey">The standing's bytes.</param>
    /// <param name="settled">Whether the round is over, so that there may be a final order.</param>
    public async ValueTask<(long Place, long People)> Of(RoundRules rules, byte[] rankKey, bool settled)
    {
        if (settled && await FinalOf(rules, RankKey.ContestantOf(rankKey)) is { } final)
        {
            var people = await reads.Query(People, row => row.GetInt64(0), rules.Contest, rules.Number, rules.Division);
            return (final, people[0]);
        }

        var field = fields.GetOrAdd((rules.Contest, rules.Number, rules.Division), static _ => new Field());
        if (field.Read is not { } read || read.IsDue)
        {
            read = await field.Refresh(() => ReadAll(rules.Contest, rules.Number, rules.Division));
        }

        var ahead = read.Ahead(rankKey);
        return (ahead + 1, Math.Max(read.People, ahead + 1));
    }

    private async ValueTask<int?> FinalOf(RoundRules rules, ContestantId contestant)
    {
        var found = await reads.Query(
            Final, row => (Ids: row.GetFieldValue<byte[]>(0), Places: row.GetFieldValue<byte[]>(1)),
            rules.Contest, rules.Number, rules.Division, database.Parameter(contestant));
        if (found is not [var page])
        {
            return null;
        }

        // Ids of 16 bytes in their own order, with their places beside them.
        var (low, high) = (0, (page.Ids.Length / 16) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (new ContestantId(new Guid(page.Ids.AsSpan(middle * 16, 16), bigEndian: true)).CompareTo(contestant))
            {
                case 0:
                    return BinaryPrimitives.ReadInt32BigEndian(page.Places.AsSpan(middle * sizeof(int)));
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }

    private async Task<Snapshot> ReadAll(short contest, short round, short division)
    {
        var begun = Stopwatch.GetTimestamp();
        var keys = await reads.Query(Keys, row => (Key: row.GetFieldValue<byte[]>(0), Place: row.GetInt64(1)), contest, round, division);
        var people = await reads.Query(People, row => row.GetInt64(0), contest, round, division);
        var due = Stopwatch.GetTimestamp() + (TimeShare * (Stopwatch.GetTimestamp() - begun));
        return new Snapshot([.. keys.Select(key => key.Key)], [.. keys.Select(key => key.Place)], people[0], due);
    }

    /// <summary>What is known of one round.</summary>
    private sealed class Field
    {
        private readonly Lock turn = new();
        private Task<Snapshot>? reading;

        public Snapshot? Read { get; private set; }

        /// <summary>Reads anew, once for all who ask meanwhile; who has something to go by does not wait for another's reading.</summary>
        public Task<Snapshot> Refresh(Func<Task<Snapshot>> read)
        {
            lock (turn)
            {
                if (reading is { IsCompleted: false })
                {
                    return Read is { } known ? Task.FromResult(known) : reading;
                }

                return Read is { IsDue: false } fresh ? Task.FromResult(fresh) : reading = Keep(read);
            }
        }

        private async Task<Snapshot> Keep(Func<Task<Snapshot>> read) => Read = await read();
    }

    private sealed record Snapshot(byte[][] Keys, long[] PlaceOf, long People, long Due)
    {
        public bool IsDue => Stopwatch.GetTimestamp() >= Due;

        /// <summary>How many are before a key; it need not be there itself.</summary>
        public long Ahead(byte[] key)
        {
            var found = Array.BinarySearch(Keys, key, RankKey.Order);
            var index = found >= 0 ? found : ~found;
            return index < PlaceOf.Length ? PlaceOf[index] - 1 : PlaceOf.LastOrDefault();
        }
    }
}
