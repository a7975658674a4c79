using System.Text.Json.Nodes;
using HoiThi.Formats.Contests;

namespace HoiThi.Formats.Tests.Contests;

public class SchemaTests
{
    [Fact]
    public void The_committed_schema_of_contests_is_the_generated_one() =>
        GeneratedFile.ShouldBe("contests/contest.schema.json", ContestSchema.Generate());

    [Fact]
    public void The_committed_schema_of_questions_is_the_generated_one() =>
        GeneratedFile.ShouldBe("contests/questions.schema.json", ContestSchema.GenerateQuestions());

    [Fact]
    public void Every_reference_leads_to_a_definition_and_every_object_is_closed()
    {
        foreach (var schema in new[] { ContestSchema.Generate(), ContestSchema.GenerateQuestions() })
        {
            var root = JsonNode.Parse(schema)!.AsObject();
            foreach (var part in Parts(root))
            {
                if (part["$ref"] is { } reference)
                {
                    root["$defs"]!.AsObject().ShouldContainKey(reference.GetValue<string>()["#/$defs/".Length..]);
                }

                if (part["properties"] is not null && part["type"] is JsonValue type)
                {
                    type.GetValue<string>().ShouldBe("object");
                    part["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
                }
            }
        }
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Parts(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}
