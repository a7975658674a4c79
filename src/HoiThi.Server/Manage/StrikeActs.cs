using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage;

/// <summary>Strikes an attempt out.</summary>
public sealed class VoidAttempt(AttemptStrikes strikes, Reclosing reclosing) : IProposedAct
{
    public string Act => "attempt.void";

    public Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within) =>
        StrikePayload.Of(payload).DoAsync(contest, strikes.VoidAsync, reclosing, within);
}

/// <summary>Strikes an attempt out and lets the contestant have it again.</summary>
public sealed class GiveBackAttempt(AttemptStrikes strikes, Reclosing reclosing) : IProposedAct
{
    public string Act => "attempt.give-back";

    public Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within) =>
        StrikePayload.Of(payload).DoAsync(contest, strikes.GiveBackAsync, reclosing, within);
}

/// <summary>Which attempt.</summary>
internal sealed record StrikePayload(string Attempt)
{
    public static StrikePayload Of(string payload) => JsonSerializer.Deserialize<StrikePayload>(payload)!;

    public async Task<FieldError?> DoAsync(LiveContest contest, Func<LiveRound, AttemptId, Func<HoiThiContext, Task>, Task<SittingRefusal?>> act, Reclosing reclosing, Func<HoiThiContext, Task> within)
    {
        if (!AttemptId.TryParse(Attempt, out var id) || id.Contest != contest.Number || contest.LiveRound(id.Round) is not { } round)
        {
            return ConsoleForm.Wrong(null, "Không có lượt thi này.", "There is no such attempt.");
        }

        if (await act(round, id, within) is not null)
        {
            return ConsoleForm.Wrong(null, "Lượt thi này đã bị hủy hoặc không còn.", "This attempt is struck out already, or gone.");
        }

        await reclosing.RunAsync(contest, round.Number);
        return null;
    }
}
