using System.Collections;
using HoiThi.Core.Attempts;
using HoiThi.Core.Prizes;

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
internal sealed class StoredField(ResultSession session, PrizePeople people, short round, short board, int count, Core.ValueList<int>? stage) : IReadOnlyList<Candidate>
{
    private const string Sql = "SELECT contestant, unit, division, score, correct, attempts FROM standing WHERE round = @round AND contestant {ids}";
    private const string SumSql = """
        SELECT contestant, max(unit), max(division), cast(sum(score) AS integer), cast(sum(correct) AS integer), cast(sum(attempts) AS integer)
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
        var ids = FinalOrders.ReadPage(session, round, board, number);
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
                page[index] = new Candidate(
                    (number * IdPages.Size) + index + 1, contestant, row.GetInt32(1), row.GetInt16(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
            },
            ("@round", round));
        return page;
    }
}
