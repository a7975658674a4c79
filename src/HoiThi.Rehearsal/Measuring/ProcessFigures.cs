using System.Globalization;

namespace HoiThi.Rehearsal.Measuring;

/// <summary>What Linux counts of processes.</summary>
public static class ProcessFigures
{
    private const int TicksPerSecond = 100; // USER_HZ, the same on every Linux
    private const string Listening = "0A"; // TCP_LISTEN in /proc/net/tcp

    /// <summary>CPU time of a process, user and system.</summary>
    public static TimeSpan CpuOf(int process) => Stat(process) is { } stat ? Ticks(stat, 11, 2) : TimeSpan.Zero;

    /// <summary>CPU time of a process, of its children, and of children that have ended: a PostgreSQL with all its backends.</summary>
    public static TimeSpan CpuOfTree(int process) =>
        (Stat(process) is { } stat ? Ticks(stat, 11, 4) : TimeSpan.Zero) + ChildrenOf(process).Aggregate(TimeSpan.Zero, (sum, child) => sum + CpuOf(child));

    /// <summary>The direct children of a process.</summary>
    public static List<int> ChildrenOf(int process)
    {
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                && Stat(id) is { } stat && int.Parse(stat[1], CultureInfo.InvariantCulture) == process)
            {
                children.Add(id);
            }
        }

        return children;
    }

    /// <summary>Whether a process is there and not only waiting to be reaped.</summary>
    public static bool IsAlive(int process) => Stat(process) is { } stat && stat[0] is not ("Z" or "X");

    /// <summary>Megabytes of memory that a process holds (VmRSS) and has ever held (VmHWM).</summary>
    public static (double Now, double Peak) MemoryOf(int process)
    {
        var lines = File.ReadAllLines($"/proc/{process}/status");
        return (Megabytes("VmRSS:"), Megabytes("VmHWM:"));

        double Megabytes(string name) => lines.Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024)
            .FirstOrDefault();
    }

    /// <summary>The process of this machine that listens on a port, or null where it is none that this one may look into.</summary>
    public static int? ListenerOn(int port)
    {
        var sockets = File.ReadLines("/proc/net/tcp").Skip(1).Concat(File.Exists("/proc/net/tcp6") ? File.ReadLines("/proc/net/tcp6").Skip(1) : [])
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && int.Parse(fields[1].AsSpan(fields[1].IndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) == port)
            .Select(fields => $"socket:[{fields[9]}]").ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Holds(id, sockets)).Select(id => (int?)id).FirstOrDefault();
    }

    private static bool Holds(int process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{process}/fd").Any(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name is { } name && sockets.Contains(name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // It has ended, or belongs to somebody else.
        }
    }

    private static TimeSpan Ticks(string[] stat, int first, int count) =>
        TimeSpan.FromSeconds(stat.Skip(first).Take(count).Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / (double)TicksPerSecond);

    /// <summary>The fields of <c>/proc/PID/stat</c> from the state on (proc(5) numbers it 3); null when the process is gone.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
