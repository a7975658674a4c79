using HoiThi.Rehearsal.Measuring;

namespace HoiThi.Load.Machinery;

/// <summary>CPU time used so far by what this tool has started, and by itself.</summary>
public static class Used
{
    public static Usage By(ServerProcess server, PostgresCluster? postgres) =>
        new(server.Cpu, postgres?.Cpu ?? TimeSpan.Zero, ProcessFigures.CpuOf(Environment.ProcessId));
}
