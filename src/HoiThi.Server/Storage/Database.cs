using System.Data.Common;
using HoiThi.Core.Attempts;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HoiThi.Server.Storage;

/// <summary>Connections for the few plain reads of the hot path; everything else goes through <see cref="HoiThiContext"/>.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly DatabaseOptions options;

    public Database(DatabaseOptions options)
    {
        this.options = options;
        Postgres = options.Kind == DatabaseKind.Postgres ? NpgsqlDataSource.Create(options.ConnectionString) : null;
    }

    public DatabaseKind Kind => options.Kind;

    /// <summary>The pool of PostgreSQL connections; null on SQLite.</summary>
    public NpgsqlDataSource? Postgres { get; }

    public string ConnectionString => options.ConnectionString;

    /// <summary>Opens a pooled connection; the caller disposes it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancel = default)
    {
        if (Postgres is not null)
        {
            return await Postgres.OpenConnectionAsync(cancel);
        }

        var connection = new SqliteConnection(options.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>A contestant's id as a parameter: <c>uuid</c> on PostgreSQL, its bytes on SQLite.</summary>
    public object Parameter(ContestantId id) => Postgres is null ? id.Value.ToByteArray(bigEndian: true) : id.Value;

    /// <summary>Reads a contestant's id.</summary>
    public ContestantId ReadId(DbDataReader row, int column) =>
        new(Postgres is null ? new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true) : row.GetGuid(column));

    /// <summary>A command with parameters @p0, @p1, … in the order given.</summary>
    public static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + index;
            parameter.Value = values[index] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public ValueTask DisposeAsync() => Postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
