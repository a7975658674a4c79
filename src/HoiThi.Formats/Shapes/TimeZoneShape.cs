using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A time zone that the machine knows by its IANA name.</summary>
internal sealed class TimeZoneShape : ScalarShape<string>
{
    /// <inheritdoc/>
    public override string Meaning => "the IANA name of a time zone, as in Asia/Ho_Chi_Minh";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Code);

    /// <inheritdoc/>
    public override Node Write(string value) => new ScalarNode(value, isText: true);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out string? value)
    {
        value = node.Value;

        // Windows' own names ("SE Asia Standard Time") are known to .NET too, but not to browsers and databases.
        return TimeZoneInfo.TryFindSystemTimeZoneById(value, out _) && !value.Contains(' ', StringComparison.Ordinal)
            ? null
            : $"is {node.Noun}";
    }
}
