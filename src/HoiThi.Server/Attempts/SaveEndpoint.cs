using System.Text.Json;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts.Pages;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>Saves answers. The reply is sent after the commit, so what the screen calls saved is saved.</summary>
internal static class SaveEndpoint
{
    public static async Task<IResult> Save(HttpContext context, string id, OwnAttempts attempts, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = attempts.Of(context, id);
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
            null => Open(outcome.Attempt!, outcome.Attempt!.Deadline - time.GetUtcNow().ToUnixTimeMilliseconds()),
            SittingRefusal.Over => Over(id, StatusCodes.Status409Conflict),
            _ => Reply.NotFound(),
        };
    }

    public static async Task<IResult> SaveForm(HttpContext context, string id, OwnAttempts attempts, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = attempts.Of(context, id);
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

    public static IResult Over(string id, int status)
    {
        var reply = PageReply.Json(status);
        var json = new Html(reply);
        json.Raw("{\"state\":\"over\",\"result\":\"/attempts/"u8);
        json.Text(id);
        json.Raw("/result\"}"u8);
        json.Flush();
        return reply;
    }

    /// <summary>The answers as the server now has them, so that a second tab learns what the first has ticked.</summary>
    private static PageReply Open(Attempt attempt, long remaining)
    {
        var answers = attempt.Answers;
        var reply = PageReply.Json();
        var json = new Html(reply);
        json.Raw("{\"state\":\"open\",\"remaining\":"u8);
        json.Value(Math.Max(0, remaining));
        json.Raw(",\"answers\":["u8);
        for (var position = 0; position < answers.Length; position++)
        {
            json.Raw(position == 0 ? "["u8 : ",["u8);
            json.Value(answers.MaskAt(position));
            json.Raw(","u8);
            json.Value(answers.SequenceAt(position));
            json.Raw("]"u8);
        }

        json.Raw("]"u8);
        if (answers.HasWritten)
        {
            Written(ref json, answers);
        }

        json.Raw(",\"prediction\":["u8);
        if (answers.Prediction is { } guess)
        {
            json.Value(guess);
        }
        else
        {
            json.Raw("null"u8);
        }

        json.Raw(","u8);
        json.Value(answers.PredictionSequence);
        json.Raw("]}"u8);
        json.Flush();
        return reply;
    }

    private static void Written(ref Html json, AnswerSheet answers)
    {
        json.Raw(",\"written\":["u8);
        var first = true;
        for (var position = 0; position < answers.Length; position++)
        {
            if (answers.TextAt(position) is { } text)
            {
                json.Raw(first ? "["u8 : ",["u8);
                json.Value(position);
                json.Raw(","u8);
                json.Raw(JsonSerializer.SerializeToUtf8Bytes(text));
                json.Raw(","u8);
                json.Value(answers.TextSequenceAt(position));
                json.Raw("]"u8);
                first = false;
            }
        }

        json.Raw("]"u8);
    }
}
