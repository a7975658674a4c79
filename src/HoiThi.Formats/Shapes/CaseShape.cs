using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>One way to write a value of <see cref="CaseShape{T,V}"/>.</summary>
/// <param name="Key">The key that says which case it is.</param>
/// <param name="Is">Whether a value is of this case.</param>
/// <param name="Make">The value of this case with this content.</param>
/// <param name="Description">What the case means.</param>
internal sealed record Case<T, V>(string Key, Func<T, bool> Is, Func<V, T> Make, string Description);

/// <summary>A value written as exactly one key, which says what kind of value it is: <c>right: text</c> or <c>wrong: text</c>.</summary>
internal sealed class CaseShape<T, V>(string name, Shape<V> content, Func<T, V> contentOf, params Case<T, V>[] cases) : Shape<T>
{
    /// <inheritdoc/>
    public override string Meaning => string.Join(" or ", cases.Select(line => $"'{line.Key}: …'"));

    /// <inheritdoc/>
    public override IReadOnlyList<Key> Keys => [.. cases.Select(line => new Key(line.Key, content, "the other", line.Description))];

    /// <inheritdoc/>
    public override FormPart Part => content.Part;

    /// <inheritdoc/>
    public override bool TryRead(Node node, Scope scope, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not MapNode map)
        {
            scope.Wrong(node, $"is {node.Noun}", Meaning);
            return false;
        }

        var well = new KeyRules(Keys, map, scope).Check();
        if (well && map.Entries.Count != 1)
        {
            scope.Wrong(node, $"has {map.Entries.Count} keys", $"one key, {Meaning}");
            well = false;
        }

        foreach (var entry in map.Entries)
        {
            var found = Array.Find(cases, line => line.Key == entry.Key);
            if (found is not null)
            {
                well &= content.TryRead(entry.Value, scope.Key(entry.Key, entry.At), out var read);
                value = well ? found.Make(read!) : default;
            }
        }

        return well && value is not null;
    }

    /// <inheritdoc/>
    public override Node Write(T value) =>
        new MapNode([new MapEntry(cases.First(line => line.Is(value)).Key, default, content.Write(contentOf(value)))]);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(name, () =>
    {
        var schema = RecordSchema.Of(Keys, definitions);
        schema["minProperties"] = 1;
        schema["maxProperties"] = 1;
        return schema;
    });
}
