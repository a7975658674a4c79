using System.Diagnostics;

namespace HoiThi.Fuzz;

/// <summary>
/// One parser in a process of its own, which a stack overflow or a want of memory may end: the file that is being read lies
/// on the disk meanwhile.
/// </summary>
internal static class ChildRun
{
    public const int Found = 3;

    public static string CurrentOf(FuzzedParser parser, string folder) => Path.Combine(folder, $"{parser.Name}.current");

    public static int Run(FuzzedParser parser, int seed, TimeSpan time, string folder)
    {
        var loop = new FuzzLoop(parser, seed);
        var current = CurrentOf(parser, folder);
        var clock = Stopwatch.StartNew();
        var since = Environment.CpuUsage.TotalTime.Ticks;
        using var watch = new Timer(_ =>
        {
            // A reading that never ends: the supervisor finds its file.
            if (Environment.CpuUsage.TotalTime.Ticks - Interlocked.Read(ref since) > FuzzLoop.TimeLimit.Ticks * 3)
            {
                Console.WriteLine("It does not end.");
                Environment.Exit(Found);
            }
        });
        watch.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        while (clock.Elapsed < time)
        {
            var file = loop.Next();
            File.WriteAllBytes(current, file);
            Interlocked.Exchange(ref since, Environment.CpuUsage.TotalTime.Ticks);
            if (loop.Read(file) is { } wrong)
            {
                Console.WriteLine(wrong);
                return Found;
            }
        }

        File.Delete(current);
        Console.WriteLine($"{loop.Count:N0} files, {loop.Different:N0} different outcomes");
        return 0;
    }
}
