using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

/// <summary>All rows of one contest, in whichever tables there are.</summary>
internal static class ContestRows
{
    // The log of what was done stays, also of a contest that is gone.
    private const string Kept = "audit";

    /// <summary>Deletes them within the open transaction: tables of contestants, then those of the contest, then the contest.</summary>
    public static async Task DeleteAsync(HoiThiContext context, short contest, CancellationToken cancel)
    {
        var (own, ofPeople) = (await TablesWithAsync(context, "contest", cancel), await TablesWithAsync(context, "contestant", cancel));
        foreach (var table in ofPeople.Except(own, StringComparer.Ordinal))
        {
            await ExecuteAsync(context, $"DELETE FROM {table} WHERE contestant IN (SELECT id FROM contestant WHERE contest = {{0}})", contest, cancel);
        }

        foreach (var table in own.Where(table => table != Kept))
        {
            await ExecuteAsync(context, $"DELETE FROM {table} WHERE contest = {{0}}", contest, cancel);
        }

        await ExecuteAsync(context, "DELETE FROM contest WHERE number = {0}", contest, cancel);
    }

    /// <summary>The tables that have a column.</summary>
    private static Task<List<string>> TablesWithAsync(HoiThiContext context, string column, CancellationToken cancel) => context.Database.SqlQueryRaw<string>(
        context.Database.IsNpgsql()
            ? """SELECT table_name::text AS "Value" FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = {0}"""
            : """SELECT m.name AS "Value" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = {0}""",
        column).ToListAsync(cancel);

    private static Task<int> ExecuteAsync(HoiThiContext context, string sql, short contest, CancellationToken cancel) =>
        context.Database.ExecuteSqlRawAsync(sql, [contest], cancel);
}
