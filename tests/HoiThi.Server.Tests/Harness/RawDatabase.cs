using System.Data.Common;
using HoiThi.Server.Storage;
using Microsoft.Data.Sqlite;

namespace HoiThi.Server.Tests.Harness;

/// <summary>Plain SQL beside the application, to see what is really stored and to spoil it.</summary>
internal static class RawDatabase
{
    extension(Database database)
    {
        public async Task<DbConnection> OpenAsync()
        {
            DbConnection connection = database.Postgres?.CreateConnection() ?? (DbConnection)new SqliteConnection(database.ConnectionString);
            await connection.OpenAsync();
            return connection;
        }

        /// <summary>A command with parameters @p0, @p1, … in the order given.</summary>
        public static DbCommand Command(DbConnection connection, string sql, params object?[] values)
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
    }
}
