using HoiThi.Core.Attempts;
using HoiThi.Core.Scoring;
using Microsoft.Data.Sqlite;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>The statements of the hot path on SQLite, prepared once for a connection. Those of PostgreSQL are in <see cref="PostgresStatements"/>.</summary>
internal sealed class SqliteStatements(SqliteConnection connection, short slot) : IDisposable
{
    public short Slot { get; } = slot;

    public SqliteStatement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public SqliteStatement BeginReading { get; } = new(connection, "BEGIN");

    public SqliteStatement Commit { get; } = new(connection, "COMMIT");

    public SqliteStatement Rollback { get; } = new(connection, "ROLLBACK");

    public SqliteStatement Register { get; } = new(connection, """
        INSERT INTO contestant (id, contest, unit, name, private, code_hash, entrance, consented, registered, division)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9) ON CONFLICT (id) DO NOTHING
        """);

    public SqliteStatement CodeHash { get; } = new(connection, "SELECT code_hash FROM contestant WHERE id = ?1");

    public SqliteStatement Contestant { get; } = new(connection, "SELECT unit, registered, division, extra_percent, extra_minutes FROM contestant WHERE id = ?1 AND contest = ?2");

    public SqliteStatement Corrections { get; } = new(connection, "SELECT contest, round, version FROM remarking");

    public SqliteStatement Attempts { get; } = new(connection, """
        SELECT ordinal, unit, set_version, state, started, deadline, answers, prediction, prediction_sequence, submitted, score, correct, written, origin
        FROM attempt WHERE contestant = ?1 AND round = ?2 ORDER BY ordinal
        """);

    public SqliteStatement Standings { get; } = new(connection, """
        SELECT round, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, division, started
        FROM standing WHERE contestant = ?1 AND round IN (0, ?2)
        """);

    public SqliteStatement StandingsElsewhere { get; } = new(connection, """
        SELECT round, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, division, started
        FROM standing WHERE contestant = ?1
        """);

    public SqliteStatement UsedElsewhere { get; } = new(connection, """
        SELECT round, count(*) FROM attempt WHERE contestant = ?1 AND state <> 4 GROUP BY round
        """);

    public SqliteStatement Marks { get; } = new(connection, """
        SELECT ordinal, position, points FROM mark WHERE contestant = ?1 AND round = ?2 ORDER BY ordinal, position
        """);

    public SqliteStatement RankKeyOf { get; } = new(connection, "SELECT rank_key FROM standing WHERE contestant = ?1 AND round = ?2");

    public SqliteStatement Start { get; } = new(connection, """
        INSERT INTO attempt (contestant, round, ordinal, contest, unit, set_version, started, deadline,
                             state, answers, prediction, prediction_sequence, submitted, score, correct)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """);

    public SqliteStatement Change { get; } = new(connection, """
        UPDATE attempt SET state = ?4, answers = ?5, prediction = ?6, prediction_sequence = ?7, submitted = ?8, score = ?9, correct = ?10
        WHERE contestant = ?1 AND round = ?2 AND ordinal = ?3
        """);

    public SqliteStatement ChangeWritten { get; } = new(connection, """
        UPDATE attempt SET state = ?4, answers = ?5, prediction = ?6, prediction_sequence = ?7, submitted = ?8, score = ?9, correct = ?10, written = ?11
        WHERE contestant = ?1 AND round = ?2 AND ordinal = ?3
        """);

    public SqliteStatement Mark { get; } = new(connection, """
        INSERT INTO mark (contestant, round, ordinal, position, contest, points, marker, marked) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (contestant, round, ordinal, position) DO UPDATE SET
          points = excluded.points, marker = excluded.marker, marked = excluded.marked
        """);

    public SqliteStatement Remove { get; } = new(connection, "DELETE FROM standing WHERE contestant = ?1 AND round = ?2");

    public SqliteStatement Standing { get; } = new(connection, """
        INSERT INTO standing (contestant, round, contest, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, rank_key,
                              division, started)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        ON CONFLICT (contestant, round) DO UPDATE SET
          unit = excluded.unit, attempts = excluded.attempts, perfect = excluded.perfect, ordinal = excluded.ordinal,
          score = excluded.score, correct = excluded.correct, time = excluded.time, submitted = excluded.submitted,
          prediction = excluded.prediction, rank_key = excluded.rank_key, division = excluded.division, started = excluded.started
        """);

    public SqliteStatement Tally { get; } = new(connection, """
        INSERT INTO tally (contest, round, division, unit, slot, people, attempts, perfect_people, perfect_attempts, score)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (contest, round, division, unit, slot) DO UPDATE SET
          people = people + excluded.people, attempts = attempts + excluded.attempts,
          perfect_people = perfect_people + excluded.perfect_people, perfect_attempts = perfect_attempts + excluded.perfect_attempts,
          score = score + excluded.score
        """);

    public SqliteStatement Spread { get; } = new(connection, """
        INSERT INTO spread (contest, round, division, correct, slot, people) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (contest, round, division, correct, slot) DO UPDATE SET people = people + excluded.people
        """);

    /// <summary>The hash of the personal code of a contestant who is there.</summary>
    public byte[] CodeHashOf(ContestantId id)
    {
        byte[] hash = [];
        for (var row = CodeHash.Bind(id); row.Next();)
        {
            hash = row.Bytes(0).ToArray();
        }

        return hash;
    }

    /// <summary>The attempts of a sitting, first to last.</summary>
    public List<Attempt> AttemptsOf(SittingKey key)
    {
        var attempts = new List<Attempt>(1);
        for (var row = Attempts.Bind(key.Contestant).Bind(key.Round); row.Next();)
        {
            var answers = row.Bytes(6);
            attempts.Add(new Attempt(
                new AttemptId(key.Contest, key.Contestant, key.Round, (short)row.Int(0)),
                row.Int(1),
                row.Int(2),
                (AttemptState)row.Int(3),
                row.Long(4),
                row.Long(5),
                AnswerSheet.Read(answers, row.LongOrNull(7), row.Int(8), row.BytesOrNull(12)),
                row.LongOrNull(9),
                row.LongOrNull(10) is { } score ? new Grade((int)score, row.Int(11), answers.Length / 3) : null)
            {
                Origin = row.BytesOrNull(13) is { } origin ? AttemptId.Read(origin) : null,
            });
        }

        return attempts;
    }

    /// <summary>What pages show of a sitting.</summary>
    public SittingRows RowsOf(SittingKey key)
    {
        var attempts = AttemptsOf(key);
        byte[]? rankKey = null;
        for (var row = RankKeyOf.Bind(key.Contestant).Bind(key.Round); row.Next();)
        {
            rankKey = row.Bytes(0).ToArray();
        }

        return new SittingRows(attempts, rankKey);
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])
            [
                Begin, BeginReading, Commit, Rollback, Register, CodeHash, Contestant, Corrections, Attempts, Standings, StandingsElsewhere, UsedElsewhere, Marks,
                RankKeyOf, Start, Change, ChangeWritten, Mark, Remove, Standing, Tally, Spread,
            ])
        {
            statement.Dispose();
        }
    }
}
