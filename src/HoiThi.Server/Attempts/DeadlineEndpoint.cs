using HoiThi.Core.Attempts;

namespace HoiThi.Server.Attempts;

/// <summary>How much time a paper has left: asked by papers that heard of a move.</summary>
internal static class DeadlineEndpoint
{
    public static async Task<IResult> Show(HttpContext context, string id, OwnAttempts attempts, AttemptReader reader, TimeProvider time)
    {
        var (own, refusal) = attempts.Of(context, id);
        if (own is null)
        {
            return refusal!;
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return await reader.Find(own.Id) is not { } attempt ? Reply.NotFound()
            : attempt.State != AttemptState.InProgress ? SaveEndpoint.Over(id, StatusCodes.Status409Conflict)
            : Reply.Json(new { remaining = Math.Max(0, attempt.Deadline - time.GetUtcNow().ToUnixTimeMilliseconds()), total = attempt.Deadline - attempt.Started });
    }
}
