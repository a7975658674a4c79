using System.Buffers;
using System.Text.Json;
using HoiThi.Core.Attempts;

namespace HoiThi.Server.Attempts;

/// <summary>Reads <see cref="AnswersBody.Shape"/> in one pass: the commonest request of all must not build a document first.</summary>
internal static class AnswersJson
{
    /// <summary>What was sent, or null where it is something else.</summary>
    public static AnswersBody? Parse(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Parse(new Utf8JsonReader(bytes));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static AnswersBody? Parse(Utf8JsonReader json)
    {
        var changes = new List<AnswerChange>();
        List<WrittenChange>? written = null;
        PredictionChange? prediction = null;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueTextEquals("changes"u8) ? 'c' : json.ValueTextEquals("written"u8) ? 'w' : json.ValueTextEquals("prediction"u8) ? 'p' : ' ';
            json.Read();
            switch (name)
            {
                case 'c':
                    for (RequireArray(json); Next(ref json); Close(ref json))
                    {
                        changes.Add(new AnswerChange(Number(ref json).GetInt32(), Number(ref json).GetByte(), Number(ref json).GetInt32()));
                    }

                    break;
                case 'w':
                    for (RequireArray(json); Next(ref json); Close(ref json))
                    {
                        (written ??= []).Add(new WrittenChange(Number(ref json).GetInt32(), Text(ref json), Number(ref json).GetInt32()));
                    }

                    break;
                case 'p' when json.TokenType == JsonTokenType.StartArray:
                    prediction = new PredictionChange(Guess(ref json), Number(ref json).GetInt32());
                    Close(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        while (json.Read())
        {
            // Nothing may stand behind the object; the reader itself says so.
        }

        return new AnswersBody([.. changes], prediction, written is null ? [] : [.. written]);
    }

    private static void RequireArray(in Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array is expected.");
        }
    }

    /// <summary>Goes into the next array of an array of arrays; false behind the last.</summary>
    private static bool Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.StartArray => true,
            JsonTokenType.EndArray => false,
            _ => throw new JsonException("An array is expected."),
        };
    }

    /// <summary>Leaves an array, whatever else is in it.</summary>
    private static void Close(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            json.Skip();
        }
    }

    private static ref Utf8JsonReader Number(ref Utf8JsonReader json)
    {
        json.Read();
        return ref json;
    }

    private static string Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString() ?? "";
    }

    private static long? Guess(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : AnswersBody.Bounded(json.GetInt64());
    }
}
