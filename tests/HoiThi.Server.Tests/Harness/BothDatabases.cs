using HoiThi.Server.Storage;

namespace HoiThi.Server.Tests.Harness;

/// <summary>Theory data: a behaviour is proved on SQLite and on PostgreSQL, or not at all.</summary>
public sealed class BothDatabases : TheoryData<DatabaseKind>
{
    public BothDatabases()
    {
        Add(DatabaseKind.Sqlite);
        Add(DatabaseKind.Postgres);
    }
}
