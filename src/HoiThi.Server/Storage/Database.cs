using System.Data.Common;
using HoiThi.Core.Attempts;
using Npgsql;

namespace HoiThi.Server.Storage;

/// <summary>Which database there is, and how it keeps the ids of contestants.</summary>
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

    /// <summary>A contestant's id as a parameter: <c>uuid</c> on PostgreSQL, its bytes on SQLite.</summary>
    public object Parameter(ContestantId id) => Postgres is null ? id.Value.ToByteArray(bigEndian: true) : id.Value;

    /// <summary>Reads a contestant's id.</summary>
    public ContestantId ReadId(DbDataReader row, int column) =>
        new(Postgres is null ? new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true) : row.GetGuid(column));

    public ValueTask DisposeAsync() => Postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
}
