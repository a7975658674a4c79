using System.Text.Json.Nodes;

namespace HoiThi.Formats.Shapes;

/// <summary>The named parts of a JSON Schema, each made once and referred to from where it is used.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject?> parts = new(StringComparer.Ordinal);

    /// <summary>A reference to the part with this name, which is made on the first call.</summary>
    public JsonObject Reference(string name, Func<JsonObject> make)
    {
        if (parts.TryAdd(name, null))
        {
            parts[name] = make();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All parts in the order of their names.</summary>
    public JsonObject ToJson() => new(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
}
