using HoiThi.Core.Attempts;
using HoiThi.Server.Site;

namespace HoiThi.Server.Attempts;

/// <summary>Takes the number that is guessed after the paper; the result says what came of it.</summary>
internal static class PredictEndpoint
{
    public static async Task<IResult> Predict(HttpContext context, string id, OwnAttempts attempts, AttemptWriter writer, TimeProvider time)
    {
        var arrived = time.GetUtcNow().ToUnixTimeMilliseconds();
        var (own, refusal) = attempts.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        var form = await FormBody.Read(context.Request);
        if (form is not null && AnswersBody.Number(form["prediction"].ToString()) is { } value)
        {
            var outcome = await writer.Predict(own.Round, own.Id, value, arrived);
            if (outcome.Refusal is SittingRefusal.NoSuchAttempt or SittingRefusal.NoSuchContestant)
            {
                return Reply.NotFound();
            }
        }

        return SeeOther.To($"/attempts/{id}/result");
    }
}
