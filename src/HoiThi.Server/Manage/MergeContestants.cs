using System.Text.Json;
using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Manage;

/// <summary>Makes two registrations of one person one.</summary>
public sealed class MergeContestants(ContestantMerge merge) : IProposedAct
{
    public const string Name = "contestant.merge";

    public string Act => Name;

    public Task<FieldError?> DoAsync(LiveContest contest, string payload, Func<HoiThiContext, Task> within)
    {
        var what = JsonSerializer.Deserialize<MergePayload>(payload)!;
        return merge.MergeAsync(contest, new ContestantId(what.Kept), new ContestantId(what.Gone), what.Block, what.Reason, (context, _) => within(context));
    }
}

/// <param name="Kept">Which registration stays.</param>
/// <param name="Gone">Which becomes part of it.</param>
/// <param name="Block">Whether nobody may start with the identity of the latter.</param>
/// <param name="Reason">Why.</param>
/// <param name="Struck">How many attempts beyond the limits are struck out, for the log.</param>
internal sealed record MergePayload(Guid Kept, Guid Gone, bool Block, string Reason, int Struck);
