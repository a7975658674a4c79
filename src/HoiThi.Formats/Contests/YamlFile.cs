using HoiThi.Formats.Shapes;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Contests;

/// <summary>Reads and writes a YAML text by the shape of its root.</summary>
internal static class YamlFile
{
    /// <summary>Reads a text, and checks every rule within it.</summary>
    public static Located<T> Read<T>(string text, string fileName, RecordShape<T> shape)
        where T : class
    {
        var findings = new Findings(fileName);
        var root = NodeReader.Read(text, findings);
        if (root is null)
        {
            return new Located<T>(null, null, findings);
        }

        findings.Place("", root.At);
        var value = shape.TryRead(root, Scope.Root(findings), out var read) ? read : null;
        return new Located<T>(value, root, findings);
    }

    /// <summary>Writes a value in the one canonical form.</summary>
    public static string Write<T>(T value, RecordShape<T> shape)
        where T : class => NodeWriter.Write(shape.WriteMap(value));
}
