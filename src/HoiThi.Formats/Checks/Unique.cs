using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>No two values of a list have the same name; upper and lower case do not tell names apart, as they do not for people.</summary>
internal static class Unique
{
    /// <summary>Reports each name that came before.</summary>
    /// <param name="scope">The value that holds the names.</param>
    /// <param name="names">The names in order, with their paths from there.</param>
    /// <param name="noun">What is named, as in "block".</param>
    public static void Check(Scope scope, IEnumerable<(string Name, string Path)> names, string noun)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, path) in names)
        {
            if (!seen.TryAdd(name, path))
            {
                var line = scope.Findings.LineOf(scope.PathOf(seen[name]));
                scope.Add(path, $"{noun} '{name}' is on line {line} already", $"each {noun} once");
            }
        }
    }

    /// <summary>Adds the rule to a list whose items have their name in one of their keys.</summary>
    public static ListShape<T> UniqueBy<T>(this ListShape<T> list, string key, Func<T, string> name, string noun) =>
        list.Checked((items, scope) => Check(scope, items.Select(item => (name(item.Item), $"[{item.Index}].{key}")), noun));
}
