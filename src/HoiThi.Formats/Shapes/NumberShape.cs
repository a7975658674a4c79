using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A whole number in a range that includes both ends.</summary>
internal sealed class NumberShape<T>(T minimum, T maximum) : ScalarShape<T>
    where T : struct, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public override string Meaning => string.Create(CultureInfo.InvariantCulture, $"a whole number, {minimum:N0}–{maximum:N0}");

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Number);

    /// <inheritdoc/>
    public override Node Write(T value) => new ScalarNode(value.ToString(null, CultureInfo.InvariantCulture), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "integer", ["minimum"] = JsonValue.Create(minimum), ["maximum"] = JsonValue.Create(maximum) };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out T value)
    {
        value = T.Zero;
        if (node.IsText)
        {
            return $"is {node.Noun} in quotes";
        }

        return T.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= minimum && value <= maximum ? null : $"is {node.Noun}";
    }
}

/// <summary>A number with at most two decimals, kept in hundredths as a whole number.</summary>
/// <param name="minimum">The least, in hundredths, included.</param>
/// <param name="maximum">The greatest, in hundredths, included.</param>
internal sealed class HundredthsShape(int minimum, int maximum) : ScalarShape<int>
{
    /// <inheritdoc/>
    public override string Meaning => $"a number with at most two decimals, {Text(minimum)}–{Text(maximum)}";

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Decimal);

    /// <inheritdoc/>
    public override Node Write(int value) => new ScalarNode(Text(value), isText: false);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "number", ["minimum"] = minimum / 100m, ["maximum"] = maximum / 100m };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out int value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        value = 0;
        if (node.IsText
            || !decimal.TryParse(node.Value, Style, CultureInfo.InvariantCulture, out var number)
            || number < minimum / 100m
            || number > maximum / 100m
            || number * 100 != decimal.Truncate(number * 100))
        {
            return $"is {node.Noun}";
        }

        value = (int)(number * 100);
        return null;
    }

    private static string Text(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
