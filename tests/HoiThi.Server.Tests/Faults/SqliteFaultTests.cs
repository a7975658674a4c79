using HoiThi.Load.Faults;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Tests.Faults;

public sealed class SqliteFaultTests
{
    [Fact]
    public async Task Everything_acknowledged_is_there_once_however_often_the_server_is_killed() =>
        await Promises.AreKept(new FaultRun(DatabaseKind.Sqlite, Nodes: 1, ServerKills: 20, DatabaseKills: 0, Promises.Seed()));
}
