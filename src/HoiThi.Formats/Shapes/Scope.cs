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
    public Scope Key(string key, Position at) => At(Path.Length == 0 ? key : $"{Path}.{key}", $"'{key}'", at);

    /// <summary>An item of a list; <paramref name="index"/> is counted from 0 here, from 1 in what people read.</summary>
    public Scope Item(int index, Position at) => At($"{Path}[{index}]", $"item {index + 1} of {Name}", at);

    /// <summary>Adds a mistake about this value.</summary>
    public void Wrong(Node node, string what, string expected) => Findings.Add(node.At, Path, $"{Name} {what}", expected);

    private Scope At(string path, string name, Position at)
    {
        Findings.Place(path, at);
        return new Scope(Findings, path, name);
    }
}
