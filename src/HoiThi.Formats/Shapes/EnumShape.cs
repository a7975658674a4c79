using System.Text.Json;
using System.Text.Json.Nodes;
using HoiThi.Core;
using HoiThi.Formats.Forms;
using HoiThi.Formats.Yaml;

namespace HoiThi.Formats.Shapes;

/// <summary>One of a few words: the members of an enum in kebab-case, each with its meaning.</summary>
internal sealed class EnumShape<T> : ScalarShape<T>
    where T : struct, Enum
{
    private readonly (T Value, string Word, string Description)[] words;

    /// <summary>Every member of the enum must be described, so that a new one cannot be forgotten in the guide.</summary>
    public EnumShape(params (T Value, string Description)[] descriptions)
    {
        words =
        [
            .. descriptions.Select(line =>
                (line.Value, JsonNamingPolicy.KebabCaseLower.ConvertName(line.Value.ToString()), line.Description)),
        ];
        if (!words.Select(word => word.Value).SequenceEqual(Enum.GetValues<T>()))
        {
            throw new InvalidOperationException($"The shape of {typeof(T).Name} must describe all its members in order.");
        }
    }

    /// <inheritdoc/>
    public override string Meaning => $"one of {string.Join(", ", words.Select(word => word.Word))}";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, string Description)> Words => [.. words.Select(word => (word.Word, word.Description))];

    /// <inheritdoc/>
    public override FormPart Part => new WordPart(
        JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name), words.Select(word => new FormWord(word.Word, word.Description)).ToValueList());

    /// <inheritdoc/>
    public override Node Write(T value) => new ScalarNode(words.First(word => word.Value.Equals(value)).Word, isText: true);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(
        JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name),
        () => new JsonObject
        {
            ["type"] = "string",
            ["description"] = string.Join("\n", words.Select(word => $"{word.Word}: {word.Description}")),
            ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word.Word)]),
        });

    /// <inheritdoc/>
    protected override string? Problem(ScalarNode node, out T value)
    {
        var found = words.FirstOrDefault(word => word.Word == node.Value);
        value = found.Value;
        return found.Word is not null ? null : $"is {node.Noun}{Suggestion.DidYouMean(node.Value, words.Select(word => word.Word))}";
    }
}
