using HoiThi.Load.Faults;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Tests.Faults;

public sealed class PostgresFaultTests
{
    [Fact]
    public async Task Everything_acknowledged_is_there_once_however_often_the_database_is_killed()
    {
        var report = await Promises.AreKept(new FaultRun(DatabaseKind.Postgres, Nodes: 1, ServerKills: 0, DatabaseKills: 10, Promises.Seed()));
        report.Busy.ShouldBeGreaterThan(0, "while the database is away people are told to come again");
    }
}
