using HoiThi.Formats.Shapes;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Contests;

/// <summary>What became of a file: its value if its shape is right, its nodes if it is YAML at all, and its findings.</summary>
internal sealed record Located<T>(T? Value, Node? Root, Findings Findings)
    where T : class
{
    /// <summary>Where the rules between files add their mistakes.</summary>
    public Scope Scope => Scope.Root(Findings);

    /// <summary>The value with the findings, or only the findings.</summary>
    public Reading<T> ToReading() => Reading<T>.Of(Value, Findings);
}
