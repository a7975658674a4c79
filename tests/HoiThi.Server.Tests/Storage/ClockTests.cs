using System.Net;
using HoiThi.Server.Storage;
using HoiThi.Server.Tests.Harness;
using Npgsql;

namespace HoiThi.Server.Tests.Storage;

/// <summary>One clock: a node follows the database's, and is not ready when it is too far off.</summary>
public sealed class ClockTests(PostgresServer postgres)
{
    [Theory]
    [InlineData(120, HttpStatusCode.OK)]
    [InlineData(-120, HttpStatusCode.OK)]
    [InlineData(3_000, HttpStatusCode.ServiceUnavailable)]
    public async Task A_node_follows_the_clock_of_the_database_but_not_too_far(int milliseconds, HttpStatusCode ready)
    {
        await using var site = await TestSite.CreateAsync(DatabaseKind.Postgres, postgres);
        await using (var connection = new NpgsqlConnection(site.Database.ConnectionString))
        {
            // A database whose clock is wrong: its function stands before PostgreSQL's own.
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"""
                CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
                  AS $$ SELECT pg_catalog.clock_timestamp() + interval '{milliseconds} milliseconds' $$;
                DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$;
                """, connection);
            await command.ExecuteNonQueryAsync();
            NpgsqlConnection.ClearPool(connection);
        }

        var node = await site.StartNodeAsync();
        var clock = node.Get<NodeClock>();
        clock.Offset.TotalMilliseconds.ShouldBe(milliseconds, tolerance: 100);
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalMilliseconds.ShouldBe(milliseconds, tolerance: 100);
        using var visitor = node.Visitor();
        (await visitor.GetAsync("/readyz")).StatusCode.ShouldBe(ready);
    }
}
