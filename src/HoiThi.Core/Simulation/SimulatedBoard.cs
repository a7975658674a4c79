using HoiThi.Core.Contests;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>A final ranking: of a division, or of several that compete for the same prizes.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Revealed">What is known, by division.</param>
/// <param name="Lines">Best first.</param>
internal sealed record SimulatedBoard(ValueList<RankingKey> Chain, Func<int, Revealed> Revealed, IReadOnlyList<Ranked> Lines)
{
    /// <summary>Ranks one division.</summary>
    public static SimulatedBoard Of(ValueList<RankingKey> chain, Revealed revealed, Standing?[] standings, int division, int count)
    {
        var own = new List<Standing>(count);
        foreach (var standing in standings)
        {
            if (standing is not null && standing.Division == division)
            {
                own.Add(standing);
            }
        }

        return new SimulatedBoard(chain, _ => revealed, Ranked.Order(chain, own, revealed));
    }

    /// <summary>Ranks several divisions together, each with what is known for it.</summary>
    public static SimulatedBoard Together(ValueList<RankingKey> chain, IReadOnlyList<SimulatedBoard> boards)
    {
        var lines = boards.SelectMany(board => board.Lines)
            .Select(line => line with { Key = RankKey.Final(chain, line.Standing, boards[line.Standing.Division].Revealed(line.Standing.Division)) })
            .OrderBy(line => line.Key, RankKey.Order)
            .Select((line, index) => line with { Place = index + 1 });
        return new SimulatedBoard(chain, division => boards[division].Revealed(division), [.. lines]);
    }

    /// <summary>How many neighbours each key parts, and last how many only the ids do.</summary>
    public long[] Parted()
    {
        var counts = new long[Deciding.Length + 1];
        for (var index = 1; index < Lines.Count; index++)
        {
            // Each key is one number of the ranking's bytes: the first that differs is the one that parts them.
            var same = Lines[index - 1].Key.AsSpan().CommonPrefixLength(Lines[index].Key);
            counts[Math.Min(same / sizeof(long), Deciding.Length)]++;
        }

        return counts;
    }

    /// <summary>The keys that decide anything.</summary>
    public RankingKey[] Deciding { get; } = [.. Chain.Where(Revealed(0).Decides)];

    /// <summary>What parts a place from the next, or null where there is none.</summary>
    public PartedReport? PartedAt(int place, TimeZoneInfo zone)
    {
        if (place < 1 || place >= Lines.Count)
        {
            return null;
        }

        var (above, below) = (Lines[place - 1], Lines[place]);
        var parted = Separation.Between(Chain, above.Standing, below.Standing, Revealed(above.Standing.Division));
        var same = parted.Key is { } key ? Array.IndexOf(Deciding, key) * sizeof(long) : Deciding.Length * sizeof(long);
        return new PartedReport(place, parted.Key, parted.Describe(zone), EqualTo(place - 1, same));
    }

    // Equal beginnings of keys stand together.
    private int EqualTo(int index, int bytes)
    {
        var beginning = Lines[index].Key.AsSpan(0, bytes);
        var (first, last) = (index, index);
        while (first > 0 && Lines[first - 1].Key.AsSpan().StartsWith(beginning))
        {
            first--;
        }

        while (last + 1 < Lines.Count && Lines[last + 1].Key.AsSpan().StartsWith(beginning))
        {
            last++;
        }

        return last - first + 1;
    }
}
