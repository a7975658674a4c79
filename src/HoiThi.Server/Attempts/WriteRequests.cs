using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts.Storage;

namespace HoiThi.Server.Attempts;

/// <summary>A write that waits for its batch.</summary>
internal abstract class WriteRequest : IWaiting
{
    /// <summary>Tells the caller that the write failed; nothing of it is stored.</summary>
    public abstract void Fail(Exception exception);

    /// <summary>Tells the caller what came of it; called only after the commit.</summary>
    public abstract void Complete();
}

/// <summary>A person registers.</summary>
internal sealed class RegisterRequest(NewContestant contestant) : WriteRequest
{
    private readonly TaskCompletionSource<byte[]> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NewContestant Contestant { get; } = contestant;

    /// <summary>The code hash that is stored for this person, ours or an earlier one.</summary>
    public Task<byte[]> Done => done.Task;

    public byte[]? Outcome { get; set; }

    public override void Fail(Exception exception) => done.TrySetException(exception);

    public override void Complete() => done.TrySetResult(Outcome!);
}

/// <summary>What a contestant, or the clock, does to a sitting.</summary>
internal enum SittingAct
{
    Start,
    Save,
    Submit,
    Expire,
}

/// <summary>An act on a sitting.</summary>
internal sealed class SittingRequest(
    RoundRules rules, ContestantId contestant, SittingAct act, short ordinal, AnswerChange[] changes, PredictionChange? prediction, long arrived)
    : WriteRequest
{
    private readonly TaskCompletionSource<SittingOutcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SittingOutcome outcome;

    public RoundRules Rules { get; } = rules;

    public SittingKey Key { get; } = new(rules.Contest, contestant, rules.Number);

    public Task<SittingOutcome> Done => done.Task;

    /// <summary>Whether the attempts are all that this act needs.</summary>
    public bool OnlySaves => act == SittingAct.Save;

    /// <summary>Does the act in memory.</summary>
    public void Apply(Sitting? sitting) => outcome = sitting is null ? new SittingOutcome(null, SittingRefusal.NoSuchContestant) : act switch
    {
        SittingAct.Start => sitting.Start(arrived),
        SittingAct.Save => sitting.Save(ordinal, changes, prediction, arrived),
        SittingAct.Submit => sitting.Submit(ordinal, changes, prediction, arrived),
        _ => Expire(sitting),
    };

    public override void Fail(Exception exception) => done.TrySetException(exception);

    public override void Complete() => done.TrySetResult(outcome);

    private SittingOutcome Expire(Sitting sitting)
    {
        sitting.Expire(arrived);
        return default;
    }
}
