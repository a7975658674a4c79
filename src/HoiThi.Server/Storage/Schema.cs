using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace HoiThi.Server.Storage;

/// <summary>
/// Brings a database to the schema of this version: the scripts <c>Schema/NNN-name.{sqlite|postgres}.sql</c> that it
/// lacks, each in one transaction. Two nodes that start together take turns.
/// </summary>
public static class Schema
{
    /// <summary>Applies what is missing.</summary>
    /// <returns>How many scripts were applied.</returns>
    public static async Task<int> MigrateAsync(HoiThiContext context, DatabaseKind kind)
    {
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync();
        if (kind == DatabaseKind.Sqlite)
        {
            await Execute(connection, "PRAGMA journal_mode = WAL");
        }

        await using var transaction = await connection.BeginTransactionAsync();
        if (kind == DatabaseKind.Postgres)
        {
            await Execute(connection, "SELECT pg_advisory_xact_lock(7240231)");
        }

        await Execute(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL)");
        var current = Convert.ToInt32(
            await Scalar(connection, "SELECT coalesce(max(version), 0) FROM schema_version"), CultureInfo.InvariantCulture);
        var missing = Scripts(kind).Where(script => script.Version > current).ToArray();
        foreach (var (version, name, text) in missing)
        {
            await Execute(connection, text);
            await Execute(connection, $"INSERT INTO schema_version (version, name) VALUES ({version}, '{name}')");
        }

        await transaction.CommitAsync();
        return missing.Length;
    }

    private static IEnumerable<(int Version, string Name, string Text)> Scripts(DatabaseKind kind)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var ending = kind == DatabaseKind.Sqlite ? ".sqlite.sql" : ".postgres.sql";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource[(resource.LastIndexOf("Schema.", StringComparison.Ordinal) + "Schema.".Length)..^ending.Length];
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Scalar(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
