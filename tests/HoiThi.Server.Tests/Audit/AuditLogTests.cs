using HoiThi.Server.Audit;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Tests.Audit;

/// <summary>A log that only grows, in which a change shows.</summary>
public sealed class AuditLogTests(PostgresServer postgres)
{
    private static readonly Actor Somebody = new(Guid.NewGuid(), "Phạm Văn Ghi <ghi@thu.vn>", "10.0.0.7");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_nodes_that_write_at_once_keep_one_chain(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        var other = await site.StartNodeAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var line = 0; line < 5; line++)
            {
                await AppendAsync(worker % 2 == 0 ? site.Node : other, $"{worker}-{line}");
            }
        })));
        var verdict = await VerifyAsync(site);
        verdict.Broken.ShouldBeNull();
        verdict.Whole.ShouldBe(40);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_written_can_be_neither_changed_nor_taken_out(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await AppendAsync(site.Node, "một");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync("UPDATE audit SET who = 'ai đó'"));
        await Should.ThrowAsync<System.Data.Common.DbException>(() => site.ExecuteAsync("DELETE FROM audit"));
        (await site.CountAsync("audit")).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit SET reason = 'khác' WHERE number = 3", 3)]
    [InlineData(DatabaseKind.Sqlite, "DELETE FROM audit WHERE number = 2", 2)]
    [InlineData(DatabaseKind.Sqlite, "UPDATE audit SET subject = 'x', hash = zeroblob(32) WHERE number = 1", 1)]
    [InlineData(DatabaseKind.Postgres, "UPDATE audit SET moment = moment + 1 WHERE number = 4", 4)]
    public async Task Who_gets_round_the_database_is_found_out_at_the_line(DatabaseKind kind, string tamper, long broken)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        foreach (var line in Enumerable.Range(1, 5))
        {
            await AppendAsync(site.Node, $"dòng {line}");
        }

        string[] storage = ["--data", site.Folder, "--database", kind == DatabaseKind.Sqlite ? "sqlite" : site.Database.ConnectionString];
        var whole = await CommandRun.RunAsync(["audit", "verify", .. storage]);
        whole.ExitCode.ShouldBe(0, whole.Errors);
        whole.Output.ShouldContain("5 lines, all whole");

        await site.ExecuteAsync(kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete"
            : "ALTER TABLE audit DISABLE TRIGGER ALL");
        await site.ExecuteAsync(tamper);
        (await VerifyAsync(site)).Broken.ShouldBe(broken);
        var said = await CommandRun.RunAsync(["audit", "verify", .. storage]);
        said.ExitCode.ShouldBe(1);
        said.Errors.ShouldContain($"Line {broken} is broken");
        said.Errors.ShouldContain(tamper.StartsWith("DELETE", StringComparison.Ordinal) ? "One line was taken out" : "one of its fields was changed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_line_of_an_act_that_did_not_happen_is_not_there(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, postgres);
        await using (var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.AppendAsync(Somebody, site.Clock.Now, new AuditEntry(0, "test", "không xảy ra"));
        }

        (await site.CountAsync("audit")).ShouldBe(0);
        await using var without = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => without.AppendAsync(Somebody, site.Clock.Now, new AuditEntry(0, "test", "không giao dịch")));
    }

    private static async Task AppendAsync(TestNode node, string subject)
    {
        await using var context = await node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.AppendAsync(Somebody, node.Site.Time.GetUtcNow(), new AuditEntry(1, "test", subject, new { a = 1 }, "sau", "lý do “có dấu”"));
        await transaction.CommitAsync();
    }

    private static async Task<AuditVerdict> VerifyAsync(TestSite site)
    {
        await using var context = await site.Node.Get<IDbContextFactory<HoiThiContext>>().CreateDbContextAsync();
        return await AuditLog.VerifyAsync(context);
    }
}
