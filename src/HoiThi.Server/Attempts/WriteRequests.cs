using System.Data.Common;
using HoiThi.Core.Attempts;
using HoiThi.Server.Attempts.Storage;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Attempts;

/// <summary>A write that waits for its batch.</summary>
internal abstract class WriteRequest : IWaiting
{
    private Exception? failure;

    /// <summary>Notes that the write failed; nothing of it is stored.</summary>
    public void Fail(Exception exception) => failure = exception;

    /// <summary>Tells the caller what came of it; called only after the commit.</summary>
    public void Answer() => Answer(failure);

    protected abstract void Answer(Exception? failure);
}

/// <summary>What a caller of the hot path awaits: it goes on where it is answered, and not by way of the pool.</summary>
internal static class Awaited
{
    public static void Set<T>(this TaskCompletionSource<T> source, T outcome, Exception? failure)
    {
        if (failure is null)
        {
            source.TrySetResult(outcome);
        }
        else
        {
            source.TrySetException(failure);
        }
    }
}

/// <summary>A person registers.</summary>
internal sealed class RegisterRequest(NewContestant contestant) : WriteRequest
{
    private readonly TaskCompletionSource<byte[]> done = new();

    public NewContestant Contestant { get; } = contestant;

    /// <summary>The code hash that is stored for this person, ours or an earlier one.</summary>
    public Task<byte[]> Done => done.Task;

    public byte[]? Outcome { get; set; }

    protected override void Answer(Exception? failure) => done.Set(Outcome!, failure);
}

/// <summary>What an act has to know.</summary>
internal enum SittingNeeds
{
    /// <summary>The attempts, as the commonest act does.</summary>
    Attempts,

    /// <summary>The contestant and the standings as well.</summary>
    Whole,

    /// <summary>Also what the contestant has in other rounds.</summary>
    Elsewhere,
}

/// <summary>What a contestant, the clock or an organiser does to a sitting.</summary>
/// <param name="round">The round.</param>
/// <param name="contestant">Whose sitting it is.</param>
/// <param name="needs">What the act has to know.</param>
/// <param name="act">Does it in memory; doing it twice must end as doing it once.</param>
internal class SittingRequest(LiveRound round, ContestantId contestant, SittingNeeds needs, Func<Sitting, SittingOutcome> act) : WriteRequest
{
    private readonly TaskCompletionSource<SittingOutcome> done = new();
    private SittingOutcome outcome;

    /// <summary>The round by whose rules it is done: another where those have changed while the request waited.</summary>
    public LiveRound Round { get; set; } = round;

    public SittingKey Key { get; } = new(round.Contest, contestant, round.Number);

    public SittingNeeds Needs { get; } = needs;

    public Task<SittingOutcome> Done => done.Task;

    /// <summary>What is to be stored of it beside the attempt, or null.</summary>
    public virtual NewMark? NewMark => null;

    /// <summary>What is to be done in the same transaction if the act does anything: a line of a log.</summary>
    public Func<DbConnection, CancellationToken, Task>? Within { get; init; }

    /// <summary>Whether the act did anything.</summary>
    public bool Did { get; private set; }

    /// <summary>Does the act in memory.</summary>
    public virtual void Apply(Sitting? sitting)
    {
        outcome = sitting is null ? new SittingOutcome(null, SittingRefusal.NoSuchContestant) : act(sitting);
        Did = outcome is { Refusal: null, Attempt: { } attempt } && sitting!.Changed.Contains(attempt.Id.Ordinal);
    }

    protected override void Answer(Exception? failure) => done.Set(outcome, failure);
}

/// <summary>Somebody marks an essay.</summary>
internal sealed class MarkRequest(LiveRound round, NewMark mark) : SittingRequest(
    round, mark.Attempt.Contestant, SittingNeeds.Elsewhere, sitting => sitting.Mark(mark.Attempt.Ordinal, mark.Mark.Position, mark.Mark.Points))
{
    private bool isNew;

    public override NewMark? NewMark => isNew ? mark : null;

    public override void Apply(Sitting? sitting)
    {
        // The same points again leave who gave them first, and when.
        var had = Has(sitting);
        base.Apply(sitting);
        isNew = !had && Has(sitting);
    }

    private bool Has(Sitting? sitting) =>
        sitting?.Attempts.FirstOrDefault(attempt => attempt.Id == mark.Attempt)?.Marks?.Contains(mark.Mark) ?? false;
}
