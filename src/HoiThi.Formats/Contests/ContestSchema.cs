using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>
/// JSON Schemas (draft 2020-12) of the files, made from the definitions that read them. Editors with a YAML language
/// server complete and check by them; they know the form of each value, not the rules between values.
/// </summary>
public static class ContestSchema
{
    private static readonly JsonSerializerOptions Pretty =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of <c>contest.yaml</c>.</summary>
    public static string Generate() => Generate(ContestShape.Contest, "contest.schema.json", "HoiThi: contest.yaml");

    /// <summary>The schema of question files.</summary>
    public static string GenerateQuestions() => Generate(QuestionShape.Bank, "questions.schema.json", "HoiThi: a question file");

    private static string Generate<T>(RecordShape<T> shape, string name, string title)
        where T : notnull
    {
        var definitions = new SchemaDefinitions();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = name,
            ["title"] = title,
        };
        foreach (var (word, value) in shape.SchemaOfKeys(definitions))
        {
            schema[word] = value?.DeepClone();
        }

        schema["$defs"] = definitions.ToJson();
        return schema.ToJsonString(Pretty) + "\n";
    }
}
