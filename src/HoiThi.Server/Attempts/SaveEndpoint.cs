using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>Saves answers. The reply is sent after the commit, so what the screen calls saved is saved.</summary>
internal static class SaveEndpoint
{
    public static async Task<IResult> Save(HttpContext context, string id, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = OwnAttempt.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        if (await AnswersBody.Read(context.Request, own.Round) is not { } body)
        {
            return Reply.Problem($"The body is not {AnswersBody.Shape}.", statusCode: 400);
        }

        var outcome = await writer.Save(own.Round, own.Id, body, arrived);
        return outcome.Refusal switch
        {
            null => new OpenAttempt(outcome.Attempt!, outcome.Attempt!.Deadline - time.GetUtcNow().ToUnixTimeMilliseconds()),
            SittingRefusal.Over => Over(id, StatusCodes.Status409Conflict),
            _ => Reply.NotFound(),
        };
    }

    public static async Task<IResult> SaveForm(HttpContext context, string id, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = OwnAttempt.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        if (await AnswersBody.Read(context.Request, own.Round) is { } body)
        {
            await writer.Save(own.Round, own.Id, body, arrived);
        }

        return SeeOther.To($"/attempts/{id}");
    }

    public static IResult Over(string id, int status) =>
        Reply.Json(new { state = "over", result = $"/attempts/{id}/result" }, statusCode: status);

    /// <summary>The answers as the server now has them, so that a second tab learns what the first has ticked.</summary>
    private sealed class OpenAttempt(Attempt attempt, long remaining) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.Headers.CacheControl = "no-store";
            await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
            json.WriteStartObject();
            json.WriteString("state"u8, "open"u8);
            json.WriteNumber("remaining"u8, Math.Max(0, remaining));
            json.WriteStartArray("answers"u8);
            for (var position = 0; position < attempt.Answers.Length; position++)
            {
                json.WriteStartArray();
                json.WriteNumberValue(attempt.Answers.MaskAt(position));
                json.WriteNumberValue(attempt.Answers.SequenceAt(position));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            if (attempt.Answers.HasWritten)
            {
                WriteTexts(json, attempt.Answers);
            }

            json.WriteStartArray("prediction"u8);
            if (attempt.Answers.Prediction is { } guess)
            {
                json.WriteNumberValue(guess);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteNumberValue(attempt.Answers.PredictionSequence);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private static void WriteTexts(Utf8JsonWriter json, AnswerSheet answers)
        {
            json.WriteStartArray("written"u8);
            for (var position = 0; position < answers.Length; position++)
            {
                if (answers.TextAt(position) is { } text)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(position);
                    json.WriteStringValue(text);
                    json.WriteNumberValue(answers.TextSequenceAt(position));
                    json.WriteEndArray();
                }
            }

            json.WriteEndArray();
        }
    }
}
