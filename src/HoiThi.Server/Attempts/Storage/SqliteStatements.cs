using Microsoft.Data.Sqlite;

namespace HoiThi.Server.Attempts.Storage;

/// <summary>The statements of the hot path on SQLite, prepared once. Those of PostgreSQL are in <see cref="PostgresStatements"/>.</summary>
internal sealed class SqliteStatements(SqliteConnection connection, short slot)
{
    public short Slot { get; } = slot;

    public SqliteStatement Register { get; } = new(connection, """
        INSERT INTO contestant (id, contest, unit, name, private, code_hash, entrance, consented, registered)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT (id) DO NOTHING
        """, 8);

    public SqliteStatement CodeHash { get; } = new(connection, "SELECT code_hash FROM contestant WHERE id = ?1", 1);

    public SqliteStatement Contestant { get; } = new(connection, "SELECT unit, registered FROM contestant WHERE id = ?1 AND contest = ?2", 2);

    public SqliteStatement Attempts { get; } = new(connection, """
        SELECT ordinal, unit, set_version, state, started, deadline, answers, prediction, prediction_sequence, submitted, score, correct
        FROM attempt WHERE contestant = ?1 AND round = ?2
        """, 2);

    public SqliteStatement Standings { get; } = new(connection, """
        SELECT round, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction
        FROM standing WHERE contestant = ?1 AND round IN (0, ?2)
        """, 2);

    public SqliteStatement Start { get; } = new(connection, """
        INSERT INTO attempt (contestant, round, ordinal, contest, unit, set_version, started, deadline,
                             state, answers, prediction, prediction_sequence, submitted, score, correct)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """, 15);

    public SqliteStatement Change { get; } = new(connection, """
        UPDATE attempt SET state = ?4, answers = ?5, prediction = ?6, prediction_sequence = ?7, submitted = ?8, score = ?9, correct = ?10
        WHERE contestant = ?1 AND round = ?2 AND ordinal = ?3
        """, 10);

    public SqliteStatement Standing { get; } = new(connection, """
        INSERT INTO standing (contestant, round, contest, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, rank_key)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (contestant, round) DO UPDATE SET
          unit = excluded.unit, attempts = excluded.attempts, perfect = excluded.perfect, ordinal = excluded.ordinal,
          score = excluded.score, correct = excluded.correct, time = excluded.time, submitted = excluded.submitted,
          prediction = excluded.prediction, rank_key = excluded.rank_key
        """, 14);

    public SqliteStatement Tally { get; } = new(connection, """
        INSERT INTO tally (contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (contest, round, unit, slot) DO UPDATE SET
          people = people + excluded.people, attempts = attempts + excluded.attempts,
          perfect_people = perfect_people + excluded.perfect_people, perfect_attempts = perfect_attempts + excluded.perfect_attempts,
          score = score + excluded.score
        """, 9);
}

/// <summary>One prepared statement with parameters ?1 … ?n.</summary>
internal sealed class SqliteStatement
{
    private readonly SqliteCommand command;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter("?" + number, null));
        }

        command.Prepare();
    }

    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        return command.ExecuteNonQuery();
    }

    public void Each(SqliteTransaction transaction, Action<SqliteDataReader> read, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            read(reader);
        }
    }

    public T? One<T>(SqliteTransaction transaction, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(transaction, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    private void Bind(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }
}
