using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A text, taken as it is written: numbers, dates and words such as "yes" need no quotes.</summary>
/// <param name="maximum">The most characters (UTF-16 code units) it may have.</param>
internal sealed class TextShape(int maximum) : ScalarShape<string>
{
    /// <inheritdoc/>
    public override string Meaning => string.Create(CultureInfo.InvariantCulture, $"a text of 1–{maximum:N0} characters");

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Text, maximum);

    /// <inheritdoc/>
    public override Node Write(string value) => new ScalarNode(value, isText: true);

    // The editor's YAML server sees a bare 2023 as a number; as a text it is as good.
    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = new JsonArray("string", "number", "boolean"),
        ["minLength"] = 1,
        ["maxLength"] = maximum,
    };

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out string? value)
    {
        value = node.Value;
        if (string.IsNullOrWhiteSpace(value))
        {
            return "is empty";
        }

        if (value.Length > maximum)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {value.Length:N0} characters");
        }

        if (value.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            return "has half a character (U+FFFD)";
        }

        // PostgreSQL refuses U+0000, XML most of the others; only pasting from a broken program brings them.
        var control = value.FirstOrDefault(letter => char.IsControl(letter) && letter is not ('\n' or '\t'), ' ');
        return control == ' ' ? null : $"has the control character U+{(int)control:X4}";
    }
}

/// <summary>A short name for machines and addresses.</summary>
/// <param name="minimum">The fewest characters.</param>
/// <param name="maximum">The most characters.</param>
/// <param name="pattern">The regular expression that all of it matches; also that of the schema.</param>
/// <param name="meaning">What the pattern allows, in words.</param>
internal sealed class CodeShape(int minimum, int maximum, string pattern, string meaning) : ScalarShape<string>
{
    private readonly Regex regex = new(
        $"{pattern}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public override string Meaning => meaning;

    /// <inheritdoc/>
    public override FormPart Part => new LinePart(LineKind.Code, maximum);

    /// <inheritdoc/>
    public override Node Write(string value) => new ScalarNode(value, isText: true);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "string",
        ["minLength"] = minimum,
        ["maxLength"] = maximum,
        ["pattern"] = $"{pattern}$",
    };

    /// <summary>Whether a text is such a name.</summary>
    public bool Matches(string text) => text.Length >= minimum && text.Length <= maximum && regex.IsMatch(text);

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out string? value)
    {
        value = node.Value;
        return Matches(value) ? null : $"is {node.Noun}";
    }
}
