using System.IO.Hashing;
using System.Text;

namespace HoiThi.Server.Storage;

/// <summary>
/// Which of 16 slots this node adds its tallies to, so that nodes rarely wait for each other's rows. Two nodes in one
/// slot still count right.
/// </summary>
public static class NodeSlot
{
    private const int Slots = 16;

    public static short Own { get; } = (short)(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes($"{Environment.MachineName}:{Environment.ProcessId}")) % Slots);
}
