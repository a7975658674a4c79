using HoiThi.Core.Contests;
using HoiThi.Core.Questions;

namespace HoiThi.Core.Attempts;

/// <summary>
/// What the hot path needs to know of a round for one division, made once from the contest. Moments are milliseconds since
/// 1970-01-01 UTC.
/// </summary>
/// <param name="Contest">The contest's number in this installation.</param>
/// <param name="Number">The round's number.</param>
/// <param name="Windows">When attempts can start: start included, end excluded.</param>
/// <param name="Duration">Milliseconds for an attempt.</param>
/// <param name="Grace">Milliseconds after the deadline in which a submission on its way still counts.</param>
/// <param name="Attempts">How many attempts there are and which becomes the standing.</param>
/// <param name="Chain">The chain of the round.</param>
/// <param name="ContestChain">The chain over all rounds.</param>
/// <param name="Sets">The sealed sets of the round, of all divisions, oldest first.</param>
/// <param name="Zone">The contest's zone, in which days and weeks are counted.</param>
/// <param name="Division">The division's index, from 0.</param>
/// <param name="Prediction">What is guessed, or null.</param>
/// <param name="QuestionTime">Milliseconds for each question, one after another; or null.</param>
/// <param name="Live">Whether time runs from the window's opening.</param>
/// <param name="ChangeAnswers">Whether an answer may be changed.</param>
public sealed record RoundRules(
    short Contest,
    short Number,
    ValueList<(long Opens, long Closes)> Windows,
    long Duration,
    long Grace,
    AttemptRules Attempts,
    ValueList<RankingKey> Chain,
    ValueList<RankingKey> ContestChain,
    ValueList<SealedSet> Sets,
    TimeZoneInfo Zone,
    short Division = 0,
    PredictionRules? Prediction = null,
    long? QuestionTime = null,
    bool Live = false,
    bool ChangeAnswers = true)
{
    /// <summary>The corrections of the sets, oldest first; no attempt starts from one, and the last of a set is in force.</summary>
    public ValueList<SealedSet> Corrections { get; init; } = [];

    /// <summary>The version of the last correction, by which attempts are marked; 0 where there is none.</summary>
    public int LastCorrection => Corrections.Count == 0 ? 0 : Corrections[^1].Version;

    /// <summary>The numbers of the rounds that are for practice; they count in no standing of the contest.</summary>
    public ValueList<short> Practices { get; init; } = [];

    /// <summary>The numbers of the rounds whose prediction is about the whole contest, and so stands in the contest's standing.</summary>
    public ValueList<short> ContestGuesses { get; init; } = [];

    /// <summary>Whether the round is for practice: its attempts count nowhere else.</summary>
    public bool Practice => Practices.Contains(Number);

    /// <summary>
    /// Whether an act has to know what the contestant has in other rounds (<see cref="Elsewhere"/>). The common contest
    /// needs nothing of it.
    /// </summary>
    public bool NeedsElsewhere => ContestGuesses.Count > 0 || (Attempts.PerContest is not null && !Practice);

    /// <summary>The most attempts of one contestant in the round.</summary>
    public int Limit => Attempts.PerRound ?? 1_000;

    /// <summary>Which attempt becomes the standing.</summary>
    public Counting Counts => Attempts.Counts;

    /// <summary>The set that new attempts draw from: the latest of the division.</summary>
    /// <exception cref="InvalidOperationException">The division has none yet.</exception>
    public SealedSet CurrentSet => LatestSet ?? throw new InvalidOperationException($"Round {Number} has no questions for division {Division}.");

    /// <summary>How many questions a paper has; 0 while none are sealed.</summary>
    public int PaperLength => LatestSet?.PaperLength ?? 0;

    /// <summary>The latest sealed set of the division; null while its questions are not sealed, and nothing can be started.</summary>
    public SealedSet? LatestSet
    {
        get
        {
            for (var index = Sets.Count - 1; index >= 0; index--)
            {
                if (Sets[index].Division == Division)
                {
                    return Sets[index];
                }
            }

            return null;
        }
    }

    /// <summary>When the first window opens.</summary>
    public long Opens => Windows[0].Opens;

    /// <summary>When the last window closes.</summary>
    public long Closes => Windows[^1].Closes;

    /// <summary>
    /// The first moment from which no attempt of the round takes anything any more: an answer that arrives in the very
    /// last millisecond of the grace still counts, so it is one later. From then on counts and ranking are final.
    /// </summary>
    public long Settled => Closes + Math.Max(Grace, LongestGrace) + 1;

    /// <summary>The longest grace of any division: a round is settled for all at once.</summary>
    public long LongestGrace { get; init; }

    /// <summary>The set of <paramref name="version"/>.</summary>
    public SealedSet Set(int version) => Sets.First(set => set.Version == version);

    /// <summary>What attempts at the set of <paramref name="version"/> are marked by: its correction in force, or itself.</summary>
    public SealedSet MarkedBy(int version)
    {
        for (var index = Corrections.Count - 1; index >= 0; index--)
        {
            if (Corrections[index].Corrects == version)
            {
                return Corrections[index];
            }
        }

        return Set(version);
    }

    /// <summary>The window that is open at <paramref name="now"/>, or null.</summary>
    public (long Opens, long Closes)? WindowAt(long now)
    {
        foreach (var window in Windows)
        {
            if (window.Opens <= now && now < window.Closes)
            {
                return window;
            }
        }

        return null;
    }

    /// <summary>
    /// Until when an attempt could be started that starts at <paramref name="now"/>: the end of the window, in a live
    /// round the end of the sitting; or null. Without questions it is the end of the window, though nothing starts in it.
    /// </summary>
    public long? OpenUntil(long now) => WindowAt(now) is not { } window ? null
        : !Live || LatestSet is null ? window.Closes
        : EndOf(window.Opens, window.Closes, PaperLength) is var end && now < end ? end : null;

    /// <summary>When an attempt starts and is over that somebody begins at <paramref name="now"/>; null where none can begin.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="extra">What this contestant has in addition. It ends with the window all the same, and where questions come one after another each keeps its time.</param>
    public (long Started, long Deadline)? TimesOf(long now, ExtraTime extra = default)
    {
        if (WindowAt(now) is not { } window)
        {
            return null;
        }

        var started = Live ? window.Opens : now;
        var deadline = EndOf(started, window.Closes, QuestionTime is null ? 0 : PaperLength, ExtraOf(extra));
        return now < deadline ? (started, deadline) : null;
    }

    /// <summary>Whether the question at <paramref name="position"/> (from 0) of an attempt takes answers at <paramref name="now"/>.</summary>
    public bool Takes(Attempt attempt, int position, long now) =>
        QuestionTime is not { } time
        || (now >= attempt.Started + (position * time) && now <= attempt.Started + ((position + 1) * time) + Grace);

    /// <summary>
    /// Which question of an attempt stands at <paramref name="now"/> where they come one after another: its position, and
    /// when its time is over, the grace left out. Null where all stand at once, and after the last.
    /// </summary>
    public (int Position, long Until)? QuestionAt(Attempt attempt, long now)
    {
        if (QuestionTime is not { } time || now >= attempt.Deadline)
        {
            return null;
        }

        var position = (int)Math.Max(0, (now - attempt.Started) / time);
        return (position, Math.Min(attempt.Started + ((position + 1) * time), attempt.Deadline));
    }

    /// <summary>The rules of round <paramref name="number"/> of a contest for the division of an index.</summary>
    public static RoundRules Of(Contest definition, short contest, int number, ValueList<SealedSet> sets, int division = 0)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
        var rules = ContestRules.Of(definition, number, division);
        return new RoundRules(
            contest,
            (short)number,
            rules.Round.Windows
                .Select(w => (w.Opens.In(zone).ToUnixTimeMilliseconds(), w.Closes.In(zone).ToUnixTimeMilliseconds()))
                .ToValueList(),
            rules.Paper.Minutes * 60_000L,
            rules.Paper.GraceSeconds * 1_000L,
            rules.Attempts,
            rules.Chain,
            rules.ContestChain,
            sets,
            zone,
            (short)division,
            rules.Prediction,
            rules.Paper.SecondsPerQuestion * 1_000L,
            rules.Round.Live,
            rules.Paper.ChangeAnswers)
        {
            LongestGrace = Enumerable.Range(0, Math.Max(1, definition.Divisions.Count))
                .Max(each => ContestRules.Of(definition, number, each).Paper.GraceSeconds * 1_000L),
            Practices = definition.Rounds.Where(round => round.Practice).Select(round => (short)round.Number).ToValueList(),
            ContestGuesses = definition.Rounds
                .Where(round => !round.Practice
                    && ContestRules.Of(definition, round.Number, division).Prediction is { Scope: PredictionScope.Contest })
                .Select(round => (short)round.Number).ToValueList(),
        };
    }

    /// <summary>What extra time comes to in this round, in milliseconds.</summary>
    public long ExtraOf(ExtraTime extra) => QuestionTime is null ? extra.Of(Duration) : 0;

    private long EndOf(long started, long closes, int questions, long extra = 0) =>
        Math.Min(closes, started + extra + Math.Min(Duration, QuestionTime * questions ?? long.MaxValue));
}
