namespace HoiThi.Server.Attempts.Storage;

/// <summary>The statements of the hot path on PostgreSQL, each for a whole batch. Those of SQLite are in <see cref="SqliteStatements"/>.</summary>
internal static class PostgresStatements
{
    // Sorted by id, as all locks are, so that two nodes never wait for each other in a ring.
    public const string Register = """
        INSERT INTO contestant (id, contest, unit, name, private, code_hash, entrance, consented, registered, division)
        SELECT id, contest, unit, name, private, code_hash, entrance, registered, registered, division
        FROM unnest($1::uuid[], $2::smallint[], $3::int[], $4::text[], $5::bytea[], $6::bytea[], $7::text[], $8::bigint[],
                    $9::smallint[])
          AS new (id, contest, unit, name, private, code_hash, entrance, registered, division)
        ORDER BY id
        ON CONFLICT (id) DO NOTHING
        """;

    public const string CodeHashes = "SELECT id, code_hash FROM contestant WHERE id = ANY ($1::uuid[])";

    public const string Contestants = """
        SELECT id, unit, registered, division, extra_percent, extra_minutes FROM contestant WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE
        """;

    // A table of as many rows as rounds have had their keys corrected: of none, nearly always.
    public const string Corrections = "SELECT contest, round, version FROM remarking";

    public const string Attempts = AttemptsToShow + " FOR NO KEY UPDATE OF a";

    public const string AttemptsToShow = """
        SELECT a.contestant, a.round, a.ordinal, a.contest, a.unit, a.set_version, a.state, a.started, a.deadline,
               a.answers, a.prediction, a.prediction_sequence, a.submitted, a.score, a.correct, a.written, a.origin
        FROM unnest($1::uuid[], $2::smallint[]) AS wanted (contestant, round)
        JOIN attempt a ON a.contestant = wanted.contestant AND a.round = wanted.round
        ORDER BY a.contestant, a.round, a.ordinal
        """;

    public const string RankKeys = """
        SELECT s.contestant, s.round, s.rank_key
        FROM unnest($1::uuid[], $2::smallint[]) AS wanted (contestant, round)
        JOIN standing s ON s.contestant = wanted.contestant AND s.round = wanted.round
        """;

    private const string StandingColumns = """
        SELECT s.contestant, s.round, s.unit, s.registered, s.attempts, s.perfect, s.ordinal, s.score, s.correct, s.time, s.submitted, s.prediction,
               s.division, s.started
        """;

    public const string Standings = StandingColumns + """

        FROM unnest($1::uuid[], $2::smallint[]) AS wanted (contestant, round)
        JOIN standing s ON s.contestant = wanted.contestant AND s.round IN (0, wanted.round)
        """;

    public const string StandingsElsewhere = StandingColumns + " FROM standing s WHERE s.contestant = ANY ($1::uuid[])";

    public const string UsedElsewhere = """
        SELECT contestant, round, count(*) FROM attempt WHERE contestant = ANY ($1::uuid[]) AND state <> 4 GROUP BY contestant, round
        """;

    public const string Marks = """
        SELECT m.contestant, m.round, m.ordinal, m.position, m.points
        FROM unnest($1::uuid[], $2::smallint[]) AS wanted (contestant, round)
        JOIN mark m ON m.contestant = wanted.contestant AND m.round = wanted.round
        ORDER BY m.contestant, m.round, m.ordinal, m.position
        """;

    public const string Start = """
        INSERT INTO attempt (contestant, round, ordinal, contest, unit, set_version, started, deadline,
                             state, answers, prediction, prediction_sequence, submitted, score, correct)
        SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::smallint[], $5::int[], $6::int[], $7::bigint[], $8::bigint[],
                             $9::smallint[], $10::bytea[], $11::bigint[], $12::int[], $13::bigint[], $14::int[], $15::int[])
        """;

    public const string Change = """
        UPDATE attempt a
        SET state = c.state, answers = c.answers, prediction = c.prediction, prediction_sequence = c.prediction_sequence,
            submitted = c.submitted, score = c.score, correct = c.correct
        FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::smallint[], $5::bytea[], $6::bigint[], $7::int[], $8::bigint[], $9::int[], $10::int[])
          AS c (contestant, round, ordinal, state, answers, prediction, prediction_sequence, submitted, score, correct)
        WHERE a.contestant = c.contestant AND a.round = c.round AND a.ordinal = c.ordinal
        """;

    public const string ChangeWritten = """
        UPDATE attempt a
        SET state = c.state, answers = c.answers, prediction = c.prediction, prediction_sequence = c.prediction_sequence,
            submitted = c.submitted, score = c.score, correct = c.correct, written = c.written
        FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::smallint[], $5::bytea[], $6::bigint[], $7::int[], $8::bigint[], $9::int[], $10::int[],
                    $11::bytea[])
          AS c (contestant, round, ordinal, state, answers, prediction, prediction_sequence, submitted, score, correct, written)
        WHERE a.contestant = c.contestant AND a.round = c.round AND a.ordinal = c.ordinal
        """;

    public const string Mark = """
        INSERT INTO mark (contestant, round, ordinal, position, contest, points, marker, marked)
        SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::smallint[], $5::smallint[], $6::int[], $7::text[], $8::bigint[])
        ON CONFLICT (contestant, round, ordinal, position) DO UPDATE SET
          points = excluded.points, marker = excluded.marker, marked = excluded.marked
        """;

    public const string Remove = """
        DELETE FROM standing s USING unnest($1::uuid[], $2::smallint[]) AS gone (contestant, round)
        WHERE s.contestant = gone.contestant AND s.round = gone.round
        """;

    public const string Standing = """
        INSERT INTO standing (contestant, round, contest, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, rank_key,
                              division, started)
        SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::int[], $5::bigint[], $6::int[], $7::int[], $8::smallint[],
                             $9::int[], $10::int[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bytea[], $15::smallint[], $16::bigint[])
        ON CONFLICT (contestant, round) DO UPDATE SET
          unit = excluded.unit, attempts = excluded.attempts, perfect = excluded.perfect, ordinal = excluded.ordinal,
          score = excluded.score, correct = excluded.correct, time = excluded.time, submitted = excluded.submitted,
          prediction = excluded.prediction, rank_key = excluded.rank_key, division = excluded.division, started = excluded.started
        """;

    public const string Tally = """
        INSERT INTO tally (contest, round, division, unit, slot, people, attempts, perfect_people, perfect_attempts, score)
        SELECT * FROM unnest($1::smallint[], $2::smallint[], $3::smallint[], $4::int[], $5::smallint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[],
                             $10::bigint[])
        ON CONFLICT (contest, round, division, unit, slot) DO UPDATE SET
          people = tally.people + excluded.people, attempts = tally.attempts + excluded.attempts,
          perfect_people = tally.perfect_people + excluded.perfect_people, perfect_attempts = tally.perfect_attempts + excluded.perfect_attempts,
          score = tally.score + excluded.score
        """;

    public const string Spread = """
        INSERT INTO spread (contest, round, division, correct, slot, people)
        SELECT * FROM unnest($1::smallint[], $2::smallint[], $3::smallint[], $4::int[], $5::smallint[], $6::bigint[])
        ON CONFLICT (contest, round, division, correct, slot) DO UPDATE SET people = spread.people + excluded.people
        """;
}
