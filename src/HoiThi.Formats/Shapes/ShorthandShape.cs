using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>A record that can be written as a single value where that says everything.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="meaning">What both look like, in words that fit after "expected".</param>
/// <param name="single">The shape of the single value.</param>
/// <param name="full">The shape of the record.</param>
/// <param name="expand">The record that a single value stands for.</param>
/// <param name="shorten">The single value that says everything about a record, or null where the record is written in full.</param>
internal sealed class ShorthandShape<T, S>(
    string name,
    string meaning,
    Shape<S> single,
    RecordShape<T> full,
    Func<S, T> expand,
    Func<T, S?> shorten) : Shape<T>
    where T : notnull
    where S : class
{
    /// <inheritdoc/>
    public override string Meaning => meaning;

    /// <inheritdoc/>
    public override FormPart Part => new TextsPart();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        if (node is MapNode)
        {
            return full.TryRead(node, scope, out value);
        }

        if (node is ScalarNode)
        {
            var well = single.TryRead(node, scope, out var read);
            value = well ? expand(read!) : default;
            return well;
        }

        scope.Wrong(node, $"is {node.Noun}", Meaning);
        value = default;
        return false;
    }

    /// <inheritdoc/>
    public override Node Write(T value) => shorten(value) is { } word ? single.Write(word) : full.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(
        name,
        () => new JsonObject { ["anyOf"] = new JsonArray(single.Schema(definitions), full.SchemaOfKeys(definitions)) });
}
