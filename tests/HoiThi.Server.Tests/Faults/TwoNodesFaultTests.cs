using HoiThi.Load.Faults;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Tests.Faults;

/// <summary>A class of its own: the three fault tests wait more than they compute, so they run beside each other.</summary>
public sealed class TwoNodesFaultTests
{
    [Fact]
    public async Task Two_nodes_on_one_database_keep_the_same_promises() =>
        await Promises.AreKept(new FaultRun(DatabaseKind.Postgres, Nodes: 2, ServerKills: 6, DatabaseKills: 2, Promises.Seed()));
}
