using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>Where a reader is in a document, and where it puts what it finds.</summary>
/// <param name="Findings">The mistakes and places of the file.</param>
/// <param name="Path">The value being read, as in <c>rounds[0].windows</c>; empty at the root.</param>
/// <param name="Name">What mistakes call the value.</param>
internal readonly record struct Scope(Findings Findings, string Path, string Name)
{
    /// <summary>The start of a file.</summary>
    public static Scope Root(Findings findings) => new(findings, "", "the file");

    /// <summary>The value of a key, standing where the key stands.</summary>
    public Scope Key(string key, Position at) => Within(key, $"'{key}'", at);

    /// <summary>An item of a list; <paramref name="index"/> is counted from 0 here, from 1 in what people read.</summary>
    public Scope Item(int index, Position at) => Within($"[{index}]", $"item {index + 1} of {Name}", at);

    /// <summary>Adds a mistake about this value.</summary>
    public void Wrong(Node node, string what, string expected) => Findings.Add(node.At, Path, $"{Name} {what}", expected);

    /// <summary>
    /// Adds a mistake about a value within this one, by its path from here, as in <c>windows[1].closes</c>; empty is
    /// this one.
    /// </summary>
    public void Add(string path, string what, string expected) => Findings.Add(PathOf(path), what, expected);

    /// <summary>The path from the root of the file for a path from here.</summary>
    public string PathOf(string path) => Path.Length == 0 || path.Length == 0 || path[0] == '[' ? Path + path : $"{Path}.{path}";

    private Scope Within(string part, string name, Position at)
    {
        var path = PathOf(part);
        Findings.Place(path, at);
        return new Scope(Findings, path, name);
    }
}
