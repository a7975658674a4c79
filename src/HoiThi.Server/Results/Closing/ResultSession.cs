using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HoiThi.Server.Results.Closing;

/// <summary>The connection on which the results of a contest are computed and stored, with plain statements beside EF.</summary>
internal sealed record ResultSession(HoiThiContext Context, short Contest)
{
    public DbConnection Connection { get; } = Context.Database.GetDbConnection();

    public NpgsqlConnection? Postgres => Connection as NpgsqlConnection;

    /// <summary>Begins what is done to results by one node at a time.</summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancel)
    {
        var transaction = await Context.Database.BeginTransactionAsync(cancel);
        await Context.TakeTurnAsync(cancel);
        return transaction;
    }

    /// <summary>A command with named parameters, in the transaction that is open; <c>@contest</c> is there already.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = Context.Database.CurrentTransaction?.GetDbTransaction();
        command.Add("@contest", Contest);
        foreach (var (name, value) in values)
        {
            command.Add(name, value);
        }

        return command;
    }

    /// <summary>Runs a query over contestants; <c>{ids}</c> in it stands for them.</summary>
    public void Query(string sql, byte[] ids, Action<DbDataReader> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        var count = ids.Length / IdPages.IdSize;
        if (Postgres is not null)
        {
            command.CommandText = sql.Replace("{ids}", "= ANY(@ids)", StringComparison.Ordinal);
            command.Add("@ids", Enumerable.Range(0, count).Select(index => IdPages.At(ids, index).Value).ToArray());
        }
        else
        {
            command.CommandText = sql.Replace("{ids}", $"IN ({string.Join(',', Enumerable.Range(0, count).Select(index => $"@p{index}"))})", StringComparison.Ordinal);
            for (var index = 0; index < count; index++)
            {
                command.Add($"@p{index}", ids.AsSpan(index * IdPages.IdSize, IdPages.IdSize).ToArray());
            }
        }

        using var row = command.ExecuteReader();
        while (row.Read())
        {
            read(row);
        }
    }
}

internal static class ResultCommands
{
    public static DbParameter Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>Reads a contestant's id.</summary>
    public static ContestantId ReadId(this DbDataReader row, int column) => new(
        row is NpgsqlDataReader ? row.GetGuid(column) : new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true));
}
