using HoiThi.Load.Machinery;
using HoiThi.Server.Storage;
using Microsoft.Data.Sqlite;

namespace HoiThi.Load.Loads;

/// <summary>
/// Puts millions of submitted attempts into the database by its own SQL: two of everybody in every round, with standings and
/// tallies that agree. Ids are spread evenly, so that new contestants fall among them everywhere.
/// </summary>
/// <param name="installation">Where.</param>
/// <param name="people">How many people.</param>
/// <param name="rounds">How many rounds each of them has.</param>
/// <param name="attempts">Whether the attempts are stored too, and not only what they come to.</param>
public sealed class Prefill(Installation installation, long people, int rounds, bool attempts)
{
    private readonly bool sqlite = installation.Kind == DatabaseKind.Sqlite;

    private long People => people;

    /// <summary>So many attempts, spread over all rounds; the rounds before the last are closed.</summary>
    public static Prefill Attempts(Installation installation, long attempts) =>
        new(installation, attempts / installation.Contest.Round / 2, installation.Contest.Round, attempts: true);

    private string Units => $"(k % {installation.Contest.Units.Count}) + 1";

    private string IdHex => Hex($"k * {(1L << 56) / People}", 14) + " || '800080000000000000'";

    private string Id => sqlite ? Blob(IdHex) : $"({IdHex})::uuid";

    private static string Correct => "((k * 7919 + round * 104729) / 13 % 21)";

    private static string Guess => "((k * 31337 + round * 17) % 200000)";

    private static string Time => "(60000 + (k * 48271 + round * 7) % 1140000)";

    private static string Started => "1700000000000";

    public async Task Run()
    {
        foreach (var sql in Statements())
        {
            await Execute(sql);
        }
    }

    private IEnumerable<string> Statements()
    {
        yield return "DROP INDEX standing_rank";
        yield return $"""
            INSERT INTO contestant (id, contest, unit, name, private, code_hash, consented, registered)
            {Numbers} SELECT {Id}, 1, {Units}, 'Nguyễn Văn Bình', {Bytes(130)}, {Bytes(16)}, {Started}, {Started} FROM n
            """;
        if (attempts)
        {
            yield return Attempted;
        }

        yield return $"""
            INSERT INTO standing (contestant, round, contest, unit, registered, attempts, perfect, ordinal, score, correct, time, submitted, prediction, rank_key)
            {Numbers} SELECT {Id}, round, 1, {Units}, {Started}, 2, CASE WHEN {Correct} = 20 THEN 2 ELSE 0 END, 1, {Correct} * 100, {Correct}, {Time}, {Started} + {Time}, {Guess},
              {Blob($"{Hex($"2147483647 - {Correct} * 100", 16)} || {Hex(Time, 16)} || {Hex($"{Started} + {Time}", 16)} || {IdHex}")}
            FROM n CROSS JOIN {Column("round", 0, rounds)}
            """;
        yield return $"CREATE INDEX standing_rank ON standing (contest, round, division, rank_key{(sqlite ? ", prediction, unit, score)" : ") INCLUDE (prediction, unit, score)")}";
        yield return """
            INSERT INTO tally (contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score)
            SELECT contest, round, unit, 0, count(*), sum(attempts), sum(CASE WHEN perfect > 0 THEN 1 ELSE 0 END), sum(perfect), sum(score)
            FROM standing GROUP BY contest, round, unit
            """;
        yield return """
            INSERT INTO spread (contest, round, correct, slot, people)
            SELECT contest, round, correct, 0, count(*) FROM standing GROUP BY contest, round, correct
            """;
        yield return sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE";
    }

    private string Attempted => $"""
        INSERT INTO attempt (contestant, round, ordinal, contest, unit, set_version, state, started, deadline, answers, prediction, prediction_sequence, submitted, score, correct)
        {Numbers} SELECT {Id}, round, ordinal, 1, {Units}, 1, 1, {Started}, {Started} + 1200000, {Bytes(60)}, {Guess}, 21, {Started} + {Time}, {Correct} * 100, {Correct}
        FROM n CROSS JOIN {Column("round", 1, rounds)} CROSS JOIN {Column("ordinal", 1, 2)}
        """;

    private string Numbers => sqlite
        ? $"WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < {People - 1})"
        : $"WITH n (k) AS (SELECT * FROM generate_series(0::bigint, {People - 1}))";

    private static string Column(string name, int from, int to) =>
        $"({string.Join(" UNION ALL ", Enumerable.Range(from, to - from + 1).Select(value => $"SELECT {value} AS {name}"))}) AS {name}s";

    private string Hex(string number, int digits) => sqlite ? $"printf('%0{digits}x', {number})" : $"lpad(to_hex(({number})::bigint), {digits}, '0')";

    private string Blob(string hex) => sqlite ? $"unhex({hex})" : $"decode({hex}, 'hex')";

    private string Bytes(int count) => Blob($"'{string.Concat(Enumerable.Repeat("05", count))}'");

    private async Task Execute(string sql)
    {
        if (installation.Postgres is { } postgres)
        {
            await postgres.Execute(sql);
            return;
        }

        await using var connection = new SqliteConnection(installation.Options.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; " + sql;
        await command.ExecuteNonQueryAsync();
    }
}
