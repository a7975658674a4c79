using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>Yes or no.</summary>
internal sealed class FlagShape : ScalarShape<bool>
{
    /// <inheritdoc/>
    public override string Meaning => "true or false";

    /// <inheritdoc/>
    public override FormPart Part => new FlagPart();

    /// <inheritdoc/>
    public override Node Write(bool value) => new ScalarNode(value ? "true" : "false", isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out bool value)
    {
        value = node.Value is "true";
        return !node.IsText && node.Value is ("true" or "false") ? null : $"is {node.Noun}";
    }
}
