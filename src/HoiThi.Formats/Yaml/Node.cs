namespace HoiThi.Formats.Yaml;

/// <summary>A place in a text; both numbers are counted from 1.</summary>
internal readonly record struct Position(int Line, int Column);

/// <summary>A value of a YAML document with its place.</summary>
internal abstract class Node
{
    /// <summary>Where it starts.</summary>
    public Position At { get; init; }

    /// <summary>What it is, in words, for mistakes.</summary>
    public abstract string Noun { get; }
}

/// <summary>A single value.</summary>
/// <param name="value">The text, unescaped.</param>
/// <param name="isText">
/// Whether it is text whatever it looks like: in quotes where it was read, to be quoted where needed when written.
/// </param>
internal sealed class ScalarNode(string value, bool isText) : Node
{
    public string Value => value;

    public bool IsText => isText;

    /// <summary>Whether nothing is written: YAML's null.</summary>
    public bool IsNull => !isText && value is ("" or "~" or "null" or "Null" or "NULL");

    public override string Noun => IsNull ? "empty" : $"'{Shortened(value)}'";

    private static string Shortened(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[56]) ? 56 : 57)] + "…";
    }
}

/// <summary>A list.</summary>
/// <param name="items">Its items.</param>
/// <param name="flow">Whether it is written in brackets, on a line where it fits.</param>
internal sealed class ListNode(IReadOnlyList<Node> items, bool flow = false) : Node
{
    public IReadOnlyList<Node> Items => items;

    public bool Flow => flow;

    public override string Noun => "a list";
}

/// <summary>Keys with values.</summary>
/// <param name="entries">In the order written; a key may be there twice.</param>
/// <param name="flow">Whether it is written in braces, on a line where it fits.</param>
internal sealed class MapNode(IReadOnlyList<MapEntry> entries, bool flow = false) : Node
{
    public IReadOnlyList<MapEntry> Entries => entries;

    public bool Flow => flow;

    public override string Noun => "a group of keys";
}

/// <summary>A key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="At">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record MapEntry(string Key, Position At, Node Value);
