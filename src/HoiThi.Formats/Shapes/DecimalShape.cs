using System.Globalization;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A number with at most six decimals, from −10¹² to 10¹².</summary>
internal sealed class DecimalShape(decimal minimum) : ScalarShape<decimal>
{
    private const decimal Maximum = 1_000_000_000_000m;

    /// <inheritdoc/>
    public override string Meaning => minimum < 0 ? "a number with at most six decimals" : "a number with at most six decimals, 0 or more";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Decimal);

    /// <inheritdoc/>
    public override Node Write(decimal value) => new ScalarNode(value.ToString("0.######", CultureInfo.InvariantCulture), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        minimum < 0 ? new() { ["type"] = "number" } : new() { ["type"] = "number", ["minimum"] = minimum };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out decimal value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = 0;
        return !node.IsText
            && decimal.TryParse(node.Value, Style, CultureInfo.InvariantCulture, out value)
            && value >= minimum
            && Math.Abs(value) <= Maximum
            && decimal.Round(value, 6) == value ? null : $"is {node.Noun}";
    }
}
