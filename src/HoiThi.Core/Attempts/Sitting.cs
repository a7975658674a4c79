using HoiThi.Core.Contests;
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
    private readonly Elsewhere? elsewhere;
    private readonly Standing? standingBefore;
    private readonly Standing? contestBefore;
    private bool onlySaves;

    /// <summary>What the database holds.</summary>
    /// <param name="rules">The round, for the contestant's division.</param>
    /// <param name="contestant">Whose sitting it is.</param>
    /// <param name="unit">The number of the contestant's unit.</param>
    /// <param name="registered">When the contestant registered.</param>
    /// <param name="attempts">All attempts of the contestant in the round.</param>
    /// <param name="standing">The standing in the round, or null.</param>
    /// <param name="contestStanding">The standing in the contest, or null.</param>
    /// <param name="elsewhere">
    /// What the contestant has in other rounds. Starts and submissions need it where <see cref="RoundRules.NeedsElsewhere"/>
    /// says so; the acts of organisers always do.
    /// </param>
    public Sitting(
        RoundRules rules,
        ContestantId contestant,
        int unit,
        long registered,
        IEnumerable<Attempt> attempts,
        Standing? standing,
        Standing? contestStanding,
        Elsewhere? elsewhere = null)
    {
        this.rules = rules;
        this.unit = unit;
        this.registered = registered;
        this.elsewhere = elsewhere;
        Contestant = contestant;
        this.attempts = [.. attempts.OrderBy(attempt => attempt.Id.Ordinal).Select(attempt => attempt.Counted(rules))];
        standingBefore = Standing = standing;
        contestBefore = ContestStanding = contestStanding;
    }

    /// <summary>A sitting of which only the attempts are loaded: it can save, and nothing else.</summary>
    public static Sitting ForSaving(RoundRules rules, ContestantId contestant, IEnumerable<Attempt> attempts) =>
        new(rules, contestant, unit: 0, registered: 0, attempts, standing: null, contestStanding: null) { onlySaves = true };

    /// <summary>Whose sitting it is.</summary>
    public ContestantId Contestant { get; }

    /// <summary>Time that this contestant has more than others.</summary>
    public ExtraTime Extra { get; init; }

    /// <summary>The attempts as they now are, first to last.</summary>
    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>The standing in the round as it now is.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>The standing in the contest as it now is; a practice round leaves it as it was.</summary>
    public Standing? ContestStanding { get; private set; }

    /// <summary>Attempts that are to be inserted.</summary>
    public HashSet<short> Started { get; } = [];

    /// <summary>Attempts that are to be updated.</summary>
    public HashSet<short> Changed { get; } = [];

    /// <summary>The round's standing before, if it is now another; for the tally.</summary>
    public Standing? StandingBefore => standingBefore;

    /// <summary>The contest's standing before.</summary>
    public Standing? ContestStandingBefore => contestBefore;

    /// <summary>Whether the standings are to be stored, or removed where they are now null.</summary>
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

        if (rules.LatestSet is not { } set)
        {
            return new SittingOutcome(null, SittingRefusal.NotSealed);
        }

        if (rules.TimesOf(now, Extra) is not { } times)
        {
            return new SittingOutcome(null, SittingRefusal.NotOpen);
        }

        if (AttemptsLeft.Of(rules, attempts, elsewhere?.Attempts ?? 0, now).Refusal is { } used)
        {
            return new SittingOutcome(null, used);
        }

        var id = new AttemptId(rules.Contest, Contestant, rules.Number, (short)(attempts.Count + 1));
        var attempt = new Attempt(
            id, unit, set.Version, AttemptState.InProgress, times.Started, times.Deadline,
            AnswerSheet.Blank(set.PaperLength), Submitted: null, Grade: null);
        attempts.Add(attempt);
        Started.Add(id.Ordinal);
        return new SittingOutcome(attempt, null);
    }

    /// <summary>
    /// Merges answers into attempt <paramref name="ordinal"/>; after its deadline and grace nothing is taken, nor for a
    /// question whose own time is not there or over. It closes nothing, so that the commonest act needs the attempts and
    /// no other row.
    /// </summary>
    /// <param name="ordinal">Which attempt.</param>
    /// <param name="changes">What was ticked.</param>
    /// <param name="prediction">What was guessed, or null if that did not change; passed over where it is asked after the paper.</param>
    /// <param name="now">When the request arrived.</param>
    /// <param name="written">What was written.</param>
    public SittingOutcome Save(
        short ordinal, ReadOnlySpan<AnswerChange> changes, PredictionChange? prediction, long now, ReadOnlySpan<WrittenChange> written = default)
    {
        if (Find(ordinal) is not { } attempt)
        {
            return new SittingOutcome(null, SittingRefusal.NoSuchAttempt);
        }

        if (attempt.State != AttemptState.InProgress || now > attempt.Deadline + rules.Grace)
        {
            return new SittingOutcome(attempt, SittingRefusal.Over);
        }

        var changed = Write(attempt, written, now);
        foreach (var change in changes)
        {
            changed |= rules.Takes(attempt, change.Position, now) && attempt.Answers.Merge(change, first: !rules.ChangeAnswers);
        }

        changed |= prediction is { } guess && rules.Prediction?.Place != PredictionPlace.After && attempt.Answers.Merge(guess);
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
    public SittingOutcome Submit(
        short ordinal, ReadOnlySpan<AnswerChange> changes, PredictionChange? prediction, long now, ReadOnlySpan<WrittenChange> written = default)
    {
        RequireWhole();
        var saved = Save(ordinal, changes, prediction, now, written);
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

    /// <summary>
    /// Guesses after the paper, where the rules ask it there: once for each attempt that counts, until the round closes.
    /// The same number again is fine.
    /// </summary>
    /// <param name="ordinal">Which attempt.</param>
    /// <param name="value">The number, 0–9,999,999,999.</param>
    /// <param name="now">When the request arrived.</param>
    public SittingOutcome Predict(short ordinal, long value, long now)
    {
        Expire(now);
        if (Find(ordinal) is not { } attempt)
        {
            return new SittingOutcome(null, SittingRefusal.NoSuchAttempt);
        }

        if (rules.Prediction?.Place != PredictionPlace.After || !attempt.Counts || value is < 0 or > PredictionChange.Largest)
        {
            return new SittingOutcome(attempt, SittingRefusal.NotAsked);
        }

        if (attempt.Answers.Prediction is { } guess)
        {
            return new SittingOutcome(attempt, guess == value ? null : SittingRefusal.Predicted);
        }

        if (now >= rules.Closes)
        {
            return new SittingOutcome(attempt, SittingRefusal.Over);
        }

        attempt.Answers.Merge(new PredictionChange(value, Math.Min(attempt.Answers.LastSequence + 1, ushort.MaxValue)));
        return new SittingOutcome(Put(attempt), null);
    }

    /// <summary>Strikes an attempt out: it counts nowhere, and stays used.</summary>
    public SittingOutcome Void(short ordinal) => Strike(ordinal, AttemptState.Voided);

    /// <summary>Strikes an attempt out and lets the contestant have it again, also one that was struck out before.</summary>
    public SittingOutcome GiveBack(short ordinal) => Strike(ordinal, AttemptState.GivenBack);

    /// <summary>Gives points for an essay of an attempt that counts; other points correct those given before.</summary>
    /// <param name="ordinal">Which attempt.</param>
    /// <param name="position">Which question, from 0.</param>
    /// <param name="points">Hundredths of a point, from 0 to the question's.</param>
    public SittingOutcome Mark(short ordinal, int position, int points)
    {
        RequireElsewhere();
        if (Find(ordinal) is not { } attempt)
        {
            return new SittingOutcome(null, SittingRefusal.NoSuchAttempt);
        }

        var paper = Paper.Draw(rules.MarkedBy(attempt.SetVersion), attempt.DrawnAs);
        if (!attempt.Counts || position < 0 || position >= paper.Lines.Length || paper.QuestionAt(position).Essay is null
            || points < 0 || points > paper.Lines[position].Point)
        {
            return new SittingOutcome(attempt, SittingRefusal.NoSuchMark);
        }

        var mark = new EssayMark(position, points);
        var marks = attempt.Marks ?? [];
        if (marks.Contains(mark))
        {
            return new SittingOutcome(attempt, null);
        }

        marks = marks.Where(other => other.Position != position).Append(mark).OrderBy(each => each.Position).ToValueList();
        return new SittingOutcome(Put(attempt with { Marks = marks, Grade = Grade.Of(paper, attempt.Answers, marks) }), null);
    }

    /// <summary>
    /// Marks every attempt that counts anew, by what is in force now, after keys were corrected. What is marked by it already
    /// stays as it is.
    /// </summary>
    public void Remark()
    {
        RequireElsewhere();
        for (var index = 0; index < attempts.Count; index++)
        {
            var marked = attempts[index].MarkedAnew(rules);
            if (marked.Grade != attempts[index].Grade)
            {
                attempts[index] = marked;
                Changed.Add(marked.Id.Ordinal);
            }
        }

        // A question that is withdrawn can make an attempt perfect with score and right answers as they were.
        Rank();
    }

    private bool Write(Attempt attempt, ReadOnlySpan<WrittenChange> written, long now)
    {
        if (written.IsEmpty || rules.Set(attempt.SetVersion) is not { HasWritten: true } set)
        {
            return false;
        }

        var paper = Paper.Draw(set, attempt.Id);
        var changed = false;
        foreach (var change in written)
        {
            changed |= rules.Takes(attempt, change.Position, now)
                && WrittenAnswer.Of(paper, change.Position, change.Text) is { } text
                && attempt.Answers.Merge(change with { Text = text }, first: !rules.ChangeAnswers);
        }

        return changed;
    }

    private SittingOutcome Strike(short ordinal, AttemptState state)
    {
        RequireElsewhere();
        if (Find(ordinal) is not { } attempt)
        {
            return new SittingOutcome(null, SittingRefusal.NoSuchAttempt);
        }

        // What was given back is used again, or could be: it is not taken away a second time.
        return attempt.State == state || attempt.State == AttemptState.GivenBack
            ? new SittingOutcome(attempt, null)
            : new SittingOutcome(Put(attempt with { State = state }), null);
    }

    private void RequireWhole()
    {
        if (onlySaves)
        {
            throw new InvalidOperationException("This sitting was loaded for saving; its standings are not known.");
        }

        if (rules.NeedsElsewhere)
        {
            RequireElsewhere();
        }
    }

    private void RequireElsewhere()
    {
        if (elsewhere is null)
        {
            throw new InvalidOperationException("What the contestant has in other rounds was not loaded.");
        }
    }

    private Attempt? Find(short ordinal) => attempts.Find(attempt => attempt.Id.Ordinal == ordinal);

    private Attempt Close(Attempt attempt, AttemptState state, long at)
    {
        var paper = Paper.Draw(rules.MarkedBy(attempt.SetVersion), attempt.Id);
        return Put(attempt with { State = state, Submitted = at, Grade = Grade.Of(paper, attempt.Answers, attempt.Marks) });
    }

    private Attempt Put(Attempt attempt)
    {
        attempts[attempts.FindIndex(each => each.Id == attempt.Id)] = attempt;
        Changed.Add(attempt.Id.Ordinal);
        Rank();
        return attempt;
    }

    private void Rank()
    {
        var before = Standing;
        Standing = Standing.Of(rules, registered, attempts);
        if (Standing == before)
        {
            return;
        }

        StandingChanged = true;
        if (!rules.Practice)
        {
            ContestStanding = elsewhere is null
                ? Standing.Sum(ContestStanding, before, Standing!)
                : Standing.Total(rules, Standing is null ? elsewhere.Standings : [.. elsewhere.Standings, Standing]);
        }
    }
}

/// <summary>What a contestant has in the other rounds of the contest, practice rounds left out or not.</summary>
/// <param name="Attempts">How many attempts are used there, practice rounds left out.</param>
/// <param name="Standings">The standings in the other rounds.</param>
public sealed record Elsewhere(int Attempts, ValueList<Standing> Standings);

/// <summary>What an act came to: the attempt as it now is, and why nothing was done, or null.</summary>
public readonly record struct SittingOutcome(Attempt? Attempt, SittingRefusal? Refusal);

/// <summary>Why an act on an attempt was refused.</summary>
public enum SittingRefusal
{
    /// <summary>No window of the round is open, or the live sitting of this one is over.</summary>
    NotOpen,

    /// <summary>The questions of the round are not sealed yet.</summary>
    NotSealed,

    /// <summary>The contestant has used all attempts of the round.</summary>
    RoundUsed,

    /// <summary>The contestant has used all attempts of this day.</summary>
    DayUsed,

    /// <summary>The contestant has used all attempts of this window.</summary>
    WindowUsed,

    /// <summary>The contestant has used all attempts of this week.</summary>
    WeekUsed,

    /// <summary>The contestant has used all attempts of the contest.</summary>
    ContestUsed,

    /// <summary>There is no such contestant in the contest.</summary>
    NoSuchContestant,

    /// <summary>There is no such attempt.</summary>
    NoSuchAttempt,

    /// <summary>The attempt is over, or for a prediction the round.</summary>
    Over,

    /// <summary>No prediction is asked after the paper, or not of this attempt, or it is no number of people.</summary>
    NotAsked,

    /// <summary>Another number was guessed before.</summary>
    Predicted,

    /// <summary>The attempt does not count, or the question is no essay, or the points are not from 0 to the question's.</summary>
    NoSuchMark,
}
