using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>The reads of the hot path: each by a key, each a row or a few.</summary>
public sealed class AttemptReader(Database database)
{
    private const string Columns =
        "ordinal, unit, set_version, state, started, deadline, answers, prediction, prediction_sequence, submitted, score, correct";

    /// <summary>One attempt, or null.</summary>
    public async Task<Attempt?> Find(AttemptId id)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection,
            $"SELECT {Columns} FROM attempt WHERE contestant = @p0 AND round = @p1 AND ordinal = @p2",
            database.Parameter(id.Contestant), id.Round, id.Ordinal);
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? Read(row, id) : null;
    }

    /// <summary>The attempts of a contestant in a round, first to last.</summary>
    public async Task<List<Attempt>> Of(short contest, ContestantId contestant, short round)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection,
            $"SELECT {Columns} FROM attempt WHERE contestant = @p0 AND round = @p1 ORDER BY ordinal",
            database.Parameter(contestant), round);
        await using var row = await command.ExecuteReaderAsync();
        var attempts = new List<Attempt>();
        while (await row.ReadAsync())
        {
            attempts.Add(Read(row, new AttemptId(contest, contestant, round, 0)));
        }

        return attempts;
    }

    /// <summary>Who a contestant is, or null if there is none with this id.</summary>
    public async Task<(string Name, int Unit)?> Contestant(ContestantId id)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection, "SELECT name, unit FROM contestant WHERE id = @p0", database.Parameter(id));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? (row.GetString(0), row.GetInt32(1)) : null;
    }

    /// <summary>
    /// The place of a contestant in a round and how many there are in it; null without a standing. Counts along the
    /// index on the chain's bytes.
    /// </summary>
    public async Task<(long Place, long People)?> Place(short contest, short round, ContestantId contestant)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection, """
            SELECT (SELECT count(*) FROM standing s WHERE s.contest = @p0 AND s.round = @p1 AND s.rank_key < mine.rank_key) + 1,
                   (SELECT coalesce(sum(t.people), 0) FROM tally t WHERE t.contest = @p0 AND t.round = @p1)
            FROM standing mine WHERE mine.contestant = @p2 AND mine.round = @p1
            """, contest, round, database.Parameter(contestant));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? (row.GetInt64(0), Convert.ToInt64(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Contestants with an attempt in progress whose deadline was before <paramref name="deadline"/>, oldest first.</summary>
    public async Task<List<(short Contest, short Round, ContestantId Contestant)>> Overdue(long deadline, int limit)
    {
        await using var connection = await database.OpenAsync();
        await using var command = Database.Command(connection,
            "SELECT contest, round, contestant FROM attempt WHERE state = 0 AND deadline < @p0 ORDER BY deadline LIMIT @p1", deadline, limit);
        await using var row = await command.ExecuteReaderAsync();
        var overdue = new List<(short, short, ContestantId)>();
        while (await row.ReadAsync())
        {
            overdue.Add((row.GetInt16(0), row.GetInt16(1), database.ReadId(row, 2)));
        }

        return overdue;
    }

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
