using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>What holds for the keys of any record: those required are there, none twice, none unknown.</summary>
internal sealed class KeyRules(IReadOnlyList<Key> keys, MapNode map, Scope scope)
{
    /// <summary>Reports each key that breaks a rule; true where none does.</summary>
    public bool Check()
    {
        var before = scope.Findings.Count;
        Missing();
        Duplicate();
        Unknown();
        return scope.Findings.Count == before;
    }

    private void Missing()
    {
        var present = map.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => key.Default is null && !present.Contains(key.Name)))
        {
            scope.Findings.Add(scope.Path, $"{scope.Name} has no '{key.Name}'", key.Shape.Meaning);
        }
    }

    private void Duplicate()
    {
        foreach (var repeated in map.Entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            scope.Findings.Add(repeated.At, scope.Path, $"'{repeated.Key}' is given twice", "each key once");
        }
    }

    private void Unknown()
    {
        var known = keys.Select(key => key.Name).ToArray();
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key, StringComparer.Ordinal)))
        {
            // { vi: quận, huyện } is the key vi, and a key huyện without a value: the commonest slip in these files.
            if (map.Flow && entry.Value is ScalarNode { IsNull: true } && entry.Key.Length > 0)
            {
                scope.Findings.Add(
                    entry.At,
                    scope.Path,
                    $"the comma before '{entry.Key}' ends the value",
                    "quotes around a text with commas within { }");
                continue;
            }

            var guess = Suggestion.DidYouMean(entry.Key, known);
            scope.Findings.Add(entry.At, scope.Path, $"unknown key '{entry.Key}'{guess}", $"one of {string.Join(", ", known)}");
        }
    }
}
