namespace HoiThi.Formats.Checks;

/// <summary>No two values of a list have the same name; upper and lower case do not tell names apart, as they do not for people.</summary>
internal static class Unique
{
    /// <summary>Reports each name that came before.</summary>
    /// <param name="findings">Where mistakes go.</param>
    /// <param name="names">The names in order.</param>
    /// <param name="path">The path of the name with this index.</param>
    /// <param name="noun">What is named, as in "block".</param>
    public static void Check(Findings findings, IEnumerable<string> names, Func<int, string> path, string noun)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, name) in names.Index())
        {
            if (!seen.TryAdd(name, index))
            {
                findings.Add(path(index), $"{noun} '{name}' is there already{On(findings, path(seen[name]))}", $"each {noun} once");
            }
        }
    }

    private static string On(Findings findings, string path) => findings.LineOf(path) is > 0 and var line ? $" on line {line}" : "";
}
