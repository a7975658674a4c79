using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>Submits. Submitting again leads to the same result.</summary>
internal static class SubmitEndpoint
{
    public static async Task<IResult> Submit(HttpContext context, string id, OwnAttempts attempts, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = attempts.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        if (await AnswersBody.Read(context.Request, own.Round) is not { } body)
        {
            return Reply.Problem("The body is neither the form of the paper nor its JSON.", statusCode: 400);
        }

        var outcome = await writer.Submit(own.Round, own.Id, body, arrived);
        if (outcome.Refusal is SittingRefusal.NoSuchAttempt or SittingRefusal.NoSuchContestant)
        {
            return Reply.NotFound();
        }

        return Json.Wanted(context.Request) ? SaveEndpoint.Over(id, StatusCodes.Status200OK) : SeeOther.To($"/attempts/{id}/result");
    }
}
