using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace HoiThi.Load.Machinery;

/// <summary>The processes that this tool has started: they end with it, also when it is interrupted.</summary>
public static partial class Children
{
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Stop = 19;

    private static readonly ConcurrentDictionary<int, int> Signals = [];

    static Children() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var (process, signal) in Signals)
        {
            Send(process, signal);
        }
    };

    /// <summary>Ends a process with this one, by a signal.</summary>
    public static void Adopt(int process, int signal) => Signals[process] = signal;

    /// <summary>A process has ended; its id may be given to another.</summary>
    public static void Forget(int process) => Signals.TryRemove(process, out _);

    /// <summary>Sends a signal; to a process that is gone nothing happens.</summary>
    public static void Send(int process, int signal) => _ = SendSignal(process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
