using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>The reads of the hot path: each by a key, each a row or a few.</summary>
public sealed class AttemptReader(Database database, Reads reads)
{
    private const string OfRound = """
        SELECT ordinal, unit, set_version, state, started, deadline, answers, prediction, prediction_sequence, submitted, score, correct
        FROM attempt WHERE contestant = $1 AND round = $2
        """;

    private const string One = OfRound + " AND ordinal = $3";

    private const string Person = "SELECT name, unit FROM contestant WHERE id = $1";

    private const string PlaceOf = """
        SELECT (SELECT count(*) FROM standing s WHERE s.contest = $1 AND s.round = $2 AND s.rank_key < mine.rank_key) + 1,
               CAST((SELECT coalesce(sum(t.people), 0) FROM tally t WHERE t.contest = $1 AND t.round = $2) AS bigint)
        FROM standing mine WHERE mine.contestant = $3 AND mine.round = $2
        """;

    private const string OverdueBefore =
        "SELECT contest, round, contestant FROM attempt WHERE state = 0 AND deadline < $1 ORDER BY deadline LIMIT $2";

    /// <summary>One attempt, or null.</summary>
    public async Task<Attempt?> Find(AttemptId id)
    {
        var rows = await reads.Query(One, row => Read(row, id), database.Parameter(id.Contestant), id.Round, id.Ordinal);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>The attempts of a contestant in a round, first to last.</summary>
    public async Task<List<Attempt>> Of(short contest, ContestantId contestant, short round)
    {
        var any = new AttemptId(contest, contestant, round, 0);
        var rows = await reads.Query(OfRound, row => Read(row, any), database.Parameter(contestant), round);
        rows.Sort((left, right) => left.Id.Ordinal.CompareTo(right.Id.Ordinal));
        return rows;
    }

    /// <summary>Who a contestant is, or null if there is none with this id.</summary>
    public async Task<(string Name, int Unit)?> Contestant(ContestantId id)
    {
        var rows = await reads.Query(Person, row => (row.GetString(0), row.GetInt32(1)), database.Parameter(id));
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>
    /// The place of a contestant in a round and how many there are in it; null without a standing. Counts along the
    /// index on the chain's bytes.
    /// </summary>
    public async Task<(long Place, long People)?> Place(short contest, short round, ContestantId contestant)
    {
        var rows = await reads.Query(PlaceOf, row => (row.GetInt64(0), row.GetInt64(1)), contest, round, database.Parameter(contestant));
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>Contestants with an attempt in progress whose deadline was before <paramref name="deadline"/>, oldest first.</summary>
    public async Task<List<(short Contest, short Round, ContestantId Contestant)>> Overdue(long deadline, int limit) =>
        await reads.Query(OverdueBefore, row => (row.GetInt16(0), row.GetInt16(1), database.ReadId(row, 2)), deadline, limit);

    private static Attempt Read(DbDataReader row, AttemptId id)
    {
        var answers = row.GetFieldValue<byte[]>(6);
        return new Attempt(
            id with { Ordinal = row.GetInt16(0) },
            row.GetInt32(1),
            row.GetInt32(2),
            (AttemptState)row.GetInt16(3),
            row.GetInt64(4),
            row.GetInt64(5),
            AnswerSheet.Read(answers, row.IsDBNull(7) ? null : row.GetInt64(7), row.GetInt32(8)),
            row.IsDBNull(9) ? null : row.GetInt64(9),
            row.IsDBNull(10) ? null : new Grade(row.GetInt32(10), row.GetInt32(11), answers.Length / 3));
    }
}
