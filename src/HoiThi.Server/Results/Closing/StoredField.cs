using System.Collections;
using HoiThi.Core.Attempts;
using HoiThi.Core.Prizes;
using HoiThi.Core.Ranking;

namespace HoiThi.Server.Results.Closing;

/// <summary>
/// A final order as prizes look at it: from the top, a page at a time. Prizes for thirty of a million people read no more
/// than the first page, whichever round they are of and however often they are computed again.
/// </summary>
/// <param name="session">Where to read.</param>
/// <param name="people">Is told who is read together.</param>
/// <param name="round">The round; 0 for the contest, below 0 for a stage.</param>
/// <param name="board">The division's index, or below 0 that of divisions together.</param>
/// <param name="count">How many there are.</param>
/// <param name="stage">For a stage its rounds, of which the standings are summed; else null.</param>
/// <param name="tried">An order that is tried out in place of the one that is stored; else null.</param>
internal sealed class StoredField(
    ResultSession session, PrizePeople people, short round, short board, int count, Core.ValueList<int>? stage, TriedOrder? tried = null) : IReadOnlyList<Candidate>
{
    private const string Sql = "SELECT contestant, unit, division, score, correct, attempts, perfect FROM standing WHERE round = @round AND contestant {ids}";
    private const string SumSql = """
        SELECT contestant, max(unit), max(division), cast(sum(score) AS integer), cast(sum(correct) AS integer), cast(sum(attempts) AS integer), cast(sum(perfect) AS integer)
        FROM standing WHERE round IN ({rounds}) AND contestant {ids} GROUP BY contestant
        """;

    private readonly Dictionary<int, Candidate[]> pages = [];

    public int Count => count;

    public Candidate this[int index] => Page(index / IdPages.Size)[index % IdPages.Size];

    public IEnumerator<Candidate> GetEnumerator()
    {
        for (var page = 0; page * IdPages.Size < count; page++)
        {
            foreach (var candidate in Page(page))
            {
                yield return candidate;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Candidate[] Page(int number)
    {
        if (!pages.TryGetValue(number, out var page))
        {
            pages[number] = page = Read(number);
        }

        return page;
    }

    private Candidate[] Read(int number)
    {
        var ids = tried?.Page(number) ?? FinalOrders.ReadPage(session, round, board, number);
        people.Expect(ids);
        var places = Enumerable.Range(0, ids.Length / IdPages.IdSize).ToDictionary(index => IdPages.At(ids, index));
        var page = new Candidate[places.Count];
        session.Query(
            stage is null ? Sql : SumSql.Replace("{rounds}", string.Join(',', stage), StringComparison.Ordinal),
            ids,
            row =>
            {
                var contestant = row.ReadId(0);
                var index = places[contestant];
                var place = (number * IdPages.Size) + index + 1;
                page[index] = tried?.Instead.GetValueOrDefault(contestant) is { } other
                    ? Candidate.Of(new Ranked(place, other, []))
                    : new Candidate(place, contestant, row.GetInt32(1), row.GetInt16(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6));
            },
            ("@round", round));
        return page;
    }
}

/// <summary>An order that is tried out.</summary>
/// <param name="Lines">The keys, best first.</param>
/// <param name="Instead">The standings that it rests on where they are others than are stored.</param>
internal sealed record TriedOrder(List<RankLine> Lines, Dictionary<ContestantId, Standing> Instead)
{
    /// <summary>The ids on a page of it, as <see cref="FinalOrders.ReadPage"/> gives them.</summary>
    public byte[] Page(int number) => [.. Lines.Skip(number * IdPages.Size).Take(IdPages.Size).SelectMany(line => line.Key[^IdPages.IdSize..])];
}
