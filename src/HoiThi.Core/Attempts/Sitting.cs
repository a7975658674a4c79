using HoiThi.Core.Papers;
using HoiThi.Core.Ranking;
using HoiThi.Core.Scoring;

namespace HoiThi.Core.Attempts;

/// <summary>
/// Everything of one contestant in one round, loaded to decide what a start, a save or a submission comes to. The
/// writer loads it, applies all that has gathered for it, and stores what changed. Every act can be repeated: doing
/// it twice ends as doing it once.
/// </summary>
public sealed class Sitting
{
    private readonly RoundRules rules;
    private readonly int unit;
    private readonly long registered;
    private readonly List<Attempt> attempts;
    private readonly Standing? standingBefore;
    private readonly Standing? contestBefore;
    private bool onlySaves;

    /// <summary>What the database holds.</summary>
    /// <param name="rules">The round.</param>
    /// <param name="contestant">Whose sitting it is.</param>
    /// <param name="unit">The number of the contestant's unit.</param>
    /// <param name="registered">When the contestant registered.</param>
    /// <param name="attempts">All attempts of the contestant in the round.</param>
    /// <param name="standing">The standing in the round, or null.</param>
    /// <param name="contestStanding">The standing in the contest, or null.</param>
    public Sitting(
        RoundRules rules,
        ContestantId contestant,
        int unit,
        long registered,
        IEnumerable<Attempt> attempts,
        Standing? standing,
        Standing? contestStanding)
    {
        this.rules = rules;
        this.unit = unit;
        this.registered = registered;
        Contestant = contestant;
        this.attempts = [.. attempts.OrderBy(attempt => attempt.Id.Ordinal)];
        standingBefore = Standing = standing;
        contestBefore = ContestStanding = contestStanding;
    }

    /// <summary>A sitting of which only the attempts are loaded: it can save, and nothing else.</summary>
    public static Sitting ForSaving(RoundRules rules, ContestantId contestant, IEnumerable<Attempt> attempts) =>
        new(rules, contestant, unit: 0, registered: 0, attempts, standing: null, contestStanding: null) { onlySaves = true };

    /// <summary>Whose sitting it is.</summary>
    public ContestantId Contestant { get; }

    /// <summary>The attempts as they now are, first to last.</summary>
    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>The standing in the round as it now is.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>The standing in the contest as it now is.</summary>
    public Standing? ContestStanding { get; private set; }

    /// <summary>Attempts that are to be inserted.</summary>
    public HashSet<short> Started { get; } = [];

    /// <summary>Attempts that are to be updated.</summary>
    public HashSet<short> Changed { get; } = [];

    /// <summary>The round's standing before, if it is now another; for the tally.</summary>
    public Standing? StandingBefore => standingBefore;

    /// <summary>The contest's standing before.</summary>
    public Standing? ContestStandingBefore => contestBefore;

    /// <summary>Whether the standings are to be stored.</summary>
    public bool StandingChanged { get; private set; }

    /// <summary>
    /// Starts an attempt, or resumes the one in progress: a double tap, a second tab and a second device all come to
    /// the same attempt.
    /// </summary>
    /// <param name="now">When the request arrived.</param>
    public SittingOutcome Start(long now)
    {
        Expire(now);
        if (attempts.Find(attempt => attempt.State == AttemptState.InProgress) is { } current)
        {
            return new SittingOutcome(current, null);
        }

        if (rules.OpenUntil(now) is not { } closes)
        {
            return new SittingOutcome(null, SittingRefusal.NotOpen);
        }

        if (attempts.Count >= rules.Limit)
        {
            return new SittingOutcome(null, SittingRefusal.NoAttemptLeft);
        }

        var id = new AttemptId(rules.Contest, Contestant, rules.Number, (short)(attempts.Count + 1));
        var set = rules.CurrentSet;
        var attempt = new Attempt(
            id, unit, set.Version, AttemptState.InProgress, now, Math.Min(now + rules.Duration, closes),
            AnswerSheet.Blank(set.PaperLength), Submitted: null, Grade: null);
        attempts.Add(attempt);
        Started.Add(id.Ordinal);
        return new SittingOutcome(attempt, null);
    }

    /// <summary>
    /// Merges answers into attempt <paramref name="ordinal"/>; after its deadline and grace nothing is taken. It closes
    /// nothing, so that the commonest act needs the attempts and no other row.
    /// </summary>
    /// <param name="ordinal">Which attempt.</param>
    /// <param name="changes">What was ticked.</param>
    /// <param name="prediction">What was guessed, or null if that did not change.</param>
    /// <param name="now">When the request arrived.</param>
    public SittingOutcome Save(short ordinal, ReadOnlySpan<AnswerChange> changes, PredictionChange? prediction, long now)
    {
        if (Find(ordinal) is not { } attempt)
        {
            return new SittingOutcome(null, SittingRefusal.NoSuchAttempt);
        }

        if (attempt.State != AttemptState.InProgress)
        {
            return new SittingOutcome(attempt, SittingRefusal.Over);
        }

        if (now > attempt.Deadline + rules.Grace)
        {
            return new SittingOutcome(attempt, SittingRefusal.Over);
        }

        var changed = false;
        foreach (var change in changes)
        {
            changed |= attempt.Answers.Merge(change);
        }

        changed |= prediction is { } guess && attempt.Answers.Merge(guess);
        if (changed)
        {
            Changed.Add(ordinal);
        }

        return new SittingOutcome(attempt, null);
    }

    /// <summary>
    /// Merges the last answers and submits attempt <paramref name="ordinal"/>. Submitting what is over already gives
    /// the same attempt back, as the first time.
    /// </summary>
    public SittingOutcome Submit(short ordinal, ReadOnlySpan<AnswerChange> changes, PredictionChange? prediction, long now)
    {
        RequireWhole();
        var saved = Save(ordinal, changes, prediction, now);
        if (saved.Refusal == SittingRefusal.Over)
        {
            Expire(now);
            return new SittingOutcome(Find(ordinal), null);
        }

        return saved.Refusal is null ? new SittingOutcome(Close(saved.Attempt!, AttemptState.Submitted, now), null) : saved;
    }

    /// <summary>Submits what there is of every attempt whose deadline and grace are over.</summary>
    public void Expire(long now)
    {
        RequireWhole();
        foreach (var attempt in attempts.Where(a => a.State == AttemptState.InProgress && now > a.Deadline + rules.Grace).ToArray())
        {
            Close(attempt, AttemptState.Expired, attempt.Deadline);
        }
    }

    private void RequireWhole()
    {
        if (onlySaves)
        {
            throw new InvalidOperationException("This sitting was loaded for saving; its standings are not known.");
        }
    }

    private Attempt? Find(short ordinal) => attempts.Find(attempt => attempt.Id.Ordinal == ordinal);

    private Attempt Close(Attempt attempt, AttemptState state, long at)
    {
        var paper = Paper.Draw(rules.Set(attempt.SetVersion), attempt.Id);
        var closed = attempt with { State = state, Submitted = at, Grade = Grade.Of(paper, attempt.Answers) };
        attempts[attempts.IndexOf(attempt)] = closed;
        Changed.Add(attempt.Id.Ordinal);

        var before = Standing;
        Standing = Standing.Of(rules, registered, attempts)!;
        ContestStanding = Standing.Sum(ContestStanding, before, Standing);
        StandingChanged = true;
        return closed;
    }
}

/// <summary>What an act came to: the attempt as it now is, and why nothing was done, or null.</summary>
public readonly record struct SittingOutcome(Attempt? Attempt, SittingRefusal? Refusal);

/// <summary>Why an act on an attempt was refused.</summary>
public enum SittingRefusal
{
    /// <summary>No window of the round is open.</summary>
    NotOpen,

    /// <summary>The contestant has used all attempts of the round.</summary>
    NoAttemptLeft,

    /// <summary>There is no such contestant in the contest.</summary>
    NoSuchContestant,

    /// <summary>There is no such attempt.</summary>
    NoSuchAttempt,

    /// <summary>The attempt is over.</summary>
    Over,
}
