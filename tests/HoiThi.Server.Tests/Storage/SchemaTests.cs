using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Storage;

/// <summary>The scripts of the schema and the classes that read its tables agree, on both databases.</summary>
public sealed class SchemaTests(PostgresServer postgres)
{
    /// <summary>Tables that a contest may leave empty.</summary>
    private static readonly string[] MayBeEmpty =
    [
        "person", "person_claim", "person_login", "person_token", "person_passkey", "console_session", "role_grant", "invitation", "protection_key",
        "audit", "proposal", "two_person_act", "contestant_block", "mark",
        "bank_topic", "bank_question", "bank_search", "bank_use", "bank_image", "bank_import", "bank_import_item", "bank_import_image", "sealing",
        "document_download", "simulation",
        "deadline_move", "contestant_merge", "published_result", "export", "export_part", "round_minute", "node_minute",
        "key_correction", "remarking",
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_table_of_the_model_is_there_with_every_column(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(
            kind, postgres, contest: TestContest.Bundle.WithList("khach", Core.Contests.ListRole.Named, new Person().Listed()));
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(5, prediction: 1);
        await site.Node.Get<Server.Contestants.Accounts>().Replace(contestant.Id, new byte[16], "operator");
        await site.ExecuteAsync(
            "INSERT INTO email_link (token_hash, contest, contestant, address, hour, ordinal, tries, due, expires) VALUES (@p0, 1, @p1, @p0, 0, 1, 0, 0, 0)",
            new byte[32], site.Parameter(contestant.Id));
        await site.ExecuteAsync(
            "INSERT INTO mark (contestant, round, ordinal, position, contest, points, marker, marked) VALUES (@p0, 1, 1, 0, 1, 100, 'A', 0)",
            site.Parameter(contestant.Id));
        site.Clock.Now = TestContest.After;
        await site.Node.CloseAsync(1);
        await site.Node.CloseAsync(2);
        await site.Node.CloseAsync(0);
        foreach (var row in new[]
        {
            "passed_over VALUES (1, 1, @p0, 1, 0, 0, 1)", "substitute VALUES (1, 1, 0, 1, 2, @p0)", "fallen_out VALUES (1, @p0, 'A', 0)",
            "publicity VALUES (1, 1, 1, 100, 'A', 0)", "frozen_board VALUES (1, 1, 0, 0, 1, '')", "daily_count VALUES (1, 1, 1, 1, 1, 1, 1, 1)",
            "frozen_place VALUES (1, 1, 0, 1, @p0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0)", "daily_count_taken VALUES (1, 0)", "jury_winner VALUES (1, 1, 'a', 0, 0, 'A', 1, 'B', 0)",
        })
        {
            await site.ExecuteAsync($"INSERT INTO {row}", site.Parameter(contestant.Id));
        }

        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            // Every column is read and turned into what the class holds; no table of a contest that ran is empty.
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(context, null)!;
            var rows = set.AsNoTracking().AsEnumerable().Count();
            rows.ShouldBeGreaterThan(MayBeEmpty.Contains(entity.GetTableName()) ? -1 : 0, entity.GetTableName());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_column_of_a_table_is_one_of_the_model(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        foreach (var entity in context.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            await using var connection = await site.Node.Get<Database>().OpenAsync();
            await using var command = Database.Command(connection, $"SELECT * FROM {entity.GetTableName()} LIMIT 0");
            await using var row = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, row.FieldCount).Select(row.GetName).Order(StringComparer.Ordinal);
            columns.ShouldBe(entity.GetProperties().Select(property => property.GetColumnName())
                .Concat(entity.GetNavigations().Select(owned => owned.TargetEntityType.GetContainerColumnName()!)).Order(StringComparer.Ordinal), entity.GetTableName());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nodes_that_start_together_bring_an_empty_database_up_once(DatabaseKind kind)
    {
        await using var site = await TestSite.CreateAsync(kind, postgres);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.StartNodeAsync())));
        nodes.Length.ShouldBe(4);
        (await site.CountAsync("schema_version")).ShouldBe(typeof(Schema).Assembly.GetManifestResourceNames().Count(name => name.EndsWith(".sqlite.sql", StringComparison.Ordinal)));
        (await site.CountAsync("setting")).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_kept_once_is_kept_once_by_the_database_itself(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        using var contestant = await site.Node.ContestantAsync();
        await contestant.TakeAsync(1);
        foreach (var table in new[] { "contestant", "attempt", "standing", "tally", "spread", "unit", "question_set", "contest", "contest_version", "setting" })
        {
            await Should.ThrowAsync<System.Data.Common.DbException>(site.ExecuteAsync($"INSERT INTO {table} SELECT * FROM {table}"), table);
        }
    }
}
