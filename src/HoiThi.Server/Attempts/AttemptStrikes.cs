using HoiThi.Core.Attempts;
using HoiThi.Server.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>What organisers do to attempts.</summary>
public sealed class AttemptStrikes
{
    public Task<SittingRefusal?> VoidAsync(RoundRules rules, AttemptId id, Func<HoiThiContext, Task> within) => throw new NotSupportedException();

    public Task<SittingRefusal?> GiveBackAsync(RoundRules rules, AttemptId id, Func<HoiThiContext, Task> within) => throw new NotSupportedException();
}
