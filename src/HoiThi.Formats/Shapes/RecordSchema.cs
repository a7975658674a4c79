using System.Text.Json.Nodes;

namespace HoiThi.Formats.Shapes;

/// <summary>The JSON Schema of a record.</summary>
internal static class RecordSchema
{
    /// <summary>An object with exactly these keys.</summary>
    public static JsonObject Of(IReadOnlyList<Key> keys, SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var property = new JsonObject { ["description"] = key.Description };
            foreach (var (word, value) in key.Shape.Schema(definitions))
            {
                property[word] = value?.DeepClone();
            }

            properties[key.Name] = property;
        }

        var required = keys.Where(key => key.Default is null).Select(key => (JsonNode)key.Name);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required]),
            ["additionalProperties"] = false,
        };
    }
}
