using System.Collections.Concurrent;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Conformance;

/// <summary>The contests of <c>contests/conformance</c>, one for each row of what the rules of real contests say.</summary>
internal static class ConformanceContests
{
    private static readonly string Root = Repository.Path("contests/conformance");
    private static readonly ConcurrentDictionary<string, Reading<ContestBundle>> Readings = new(StringComparer.Ordinal);

    /// <summary>Their folders' names, which begin with the row's code.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Root).Select(directory => Path.GetFileName(directory)).Order(StringComparer.Ordinal)];

    public static string CodeOf(string name) => name.Split('-')[0];

    public static string DirectoryOf(string name) => Path.Combine(Root, name);

    /// <summary>The contest of a folder; each is read once.</summary>
    public static Reading<ContestBundle> Read(string name) => Readings.GetOrAdd(name, each => ContestFolder.Read(DirectoryOf(each)));
}
