using System.Text.RegularExpressions;
using HoiThi.Server.Contests;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;

namespace HoiThi.Server.Tests.Storage;

/// <summary>A database that an earlier version has written is brought up with everything in it.</summary>
public sealed partial class UpgradeTests(PostgresServer postgres)
{
    // What later scripts brought to tables of 001, taken away again; with their own tables dropped, what is left is what 001 made.
    private const string Back = """
        ALTER TABLE contest DROP COLUMN published;
        ALTER TABLE contest DROP COLUMN archived;
        ALTER TABLE contest_version DROP COLUMN reason;
        ALTER TABLE question_set DROP COLUMN division;
        ALTER TABLE contestant DROP COLUMN division;
        ALTER TABLE contestant DROP COLUMN extra_percent;
        ALTER TABLE contestant DROP COLUMN extra_minutes;
        ALTER TABLE attempt DROP COLUMN written;
        ALTER TABLE attempt DROP COLUMN origin;
        DROP INDEX standing_rank;
        CREATE INDEX standing_rank ON standing (contest, round, rank_key);
        ALTER TABLE standing DROP COLUMN division;
        ALTER TABLE standing DROP COLUMN started;
        DELETE FROM schema_version WHERE version >= 2;
        """;

    private const string PostgresTally = "ALTER TABLE tally DROP CONSTRAINT tally_pkey; ALTER TABLE tally DROP COLUMN division; ALTER TABLE tally ADD PRIMARY KEY (contest, round, unit, slot)";

    private const string SqliteTally = """
        CREATE TABLE old (contest INTEGER NOT NULL, round INTEGER NOT NULL, unit INTEGER NOT NULL, slot INTEGER NOT NULL, people INTEGER NOT NULL,
          attempts INTEGER NOT NULL, perfect_people INTEGER NOT NULL, perfect_attempts INTEGER NOT NULL, score INTEGER NOT NULL,
          PRIMARY KEY (contest, round, unit, slot)) STRICT, WITHOUT ROWID;
        INSERT INTO old SELECT contest, round, unit, slot, people, attempts, perfect_people, perfect_attempts, score FROM tally;
        DROP TABLE tally;
        ALTER TABLE old RENAME TO tally;
        """;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_running_contest_of_001_goes_on(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        using var other = await site.Node.ContestantAsync();
        await contestant.TakeAsync(2, time: TimeSpan.FromMinutes(2));
        await contestant.TakeAsync(5, prediction: 3, time: TimeSpan.FromMinutes(3));
        await other.TakeAsync(4, time: TimeSpan.FromMinutes(1));
        var open = await other.StartAsync();
        var before = await Standings(site);
        var tallies = await site.ValueAsync<string>(Sums(kind));

        await site.ExecuteAsync(Drops(kind) + Back + (kind == DatabaseKind.Postgres ? PostgresTally : SqliteTally));
        var upgraded = await site.StartNodeAsync();
        (await Standings(site)).ShouldBe(before, "with the moment each was started");
        (await site.ValueAsync<string>(Sums(kind))).ShouldBe(tallies);
        (await upgraded.ReconcileAsync()).Differences.ShouldBeEmpty();

        (await other.At(upgraded).SubmitAsync(open, other.Answers(open, right: 5))).EnsureSuccessStatusCode();
        (await upgraded.ReconcileAsync()).Differences.ShouldBeEmpty();
    }

    /// <summary>Drops every table that a later script makes, the last first.</summary>
    private static string Drops(DatabaseKind kind)
    {
        var scripts = typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(kind == DatabaseKind.Postgres ? ".postgres.sql" : ".sqlite.sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Tables).ToArray();
        var later = scripts.Skip(1).SelectMany(tables => tables).Except(scripts[0], StringComparer.Ordinal).Reverse();
        return kind == DatabaseKind.Postgres
            ? string.Concat(later.Select(table => $"DROP TABLE IF EXISTS {table} CASCADE;")) + "DROP FUNCTION audit_is_append_only; DROP FUNCTION key_correction_is_append_only;"
            : string.Concat(later.Select(table => $"DROP TABLE IF EXISTS {table};"));
    }

    private static string[] Tables(string script)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(script)!);
        return [.. TableNames().Matches(reader.ReadToEnd()).Select(match => match.Groups["table"].Value)];
    }

    [GeneratedRegex(@"^CREATE TABLE (?<table>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TableNames();

    private static Task<string> Standings(TestSite site) => site.ValueAsync<string>(site.Database.Kind == DatabaseKind.Postgres
        ? "SELECT string_agg(concat_ws(' ', contestant, round, division, started, score, time, prediction, encode(rank_key, 'hex')), ';' ORDER BY contestant, round) FROM standing"
        : "SELECT group_concat(line, ';') FROM (SELECT concat_ws(' ', hex(contestant), round, division, started, score, time, prediction, hex(rank_key)) AS line FROM standing ORDER BY contestant, round)");

    private static string Sums(DatabaseKind kind) => kind == DatabaseKind.Postgres
        ? "SELECT string_agg(concat_ws(' ', round, unit, people, attempts, score), ';' ORDER BY round, unit) FROM tally"
        : "SELECT group_concat(line, ';') FROM (SELECT concat_ws(' ', round, unit, people, attempts, score) AS line FROM tally ORDER BY round, unit)";
}
