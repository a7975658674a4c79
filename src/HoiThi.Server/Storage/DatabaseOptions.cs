namespace HoiThi.Server.Storage;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Which database holds the truth. SQLite out of the box; PostgreSQL for a real contest and more than one node.</summary>
public sealed record DatabaseOptions(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>
    /// Connections of a node, if the connection string does not say: PostgreSQL takes 100 in all by default, and a few for
    /// each of its cores do the most work. Requests beyond wait for one, which is shorter than what more would cost.
    /// </summary>
    private const int PoolSize = 20;

    /// <summary>
    /// Reads the <c>--database</c> option: <c>sqlite</c> (a file in the data folder), <c>sqlite:PATH</c>, or PostgreSQL as
    /// <c>postgres://user:password@host:port/name</c> or <c>Host=…;Database=…</c>.
    /// </summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static DatabaseOptions Parse(string text, string dataFolder)
    {
        if (text == "sqlite")
        {
            return Sqlite(Path.Combine(dataFolder, "hoithi.db"));
        }

        if (text.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            return Sqlite(text["sqlite:".Length..]);
        }

        if (text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal))
        {
            return Postgres(FromUri(new Uri(text)));
        }

        return text.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            ? Postgres(text)
            : throw new FormatException($"--database is '{text}'; expected sqlite, sqlite:PATH, postgres://… or Host=…;Database=….");
    }

    public static DatabaseOptions Sqlite(string path) => new(
        DatabaseKind.Sqlite,
        new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), DefaultTimeout = 30 }.ToString());

    private static DatabaseOptions Postgres(string connectionString) => new(
        DatabaseKind.Postgres,
        new Npgsql.NpgsqlConnectionStringBuilder($"Maximum Pool Size={PoolSize};{connectionString}") { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ToString());

    private static string FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        return new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = uri.AbsolutePath.Trim('/'),
        }.ToString();
    }
}
