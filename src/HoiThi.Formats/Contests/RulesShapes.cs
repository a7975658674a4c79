using HoiThi.Core.Contests;
using HoiThi.Formats.Checks;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Contests;

/// <summary>The keys of <c>paper</c>, <c>attempts</c>, <c>prediction</c> and <c>ranking</c>.</summary>
internal static class RulesShapes
{
    private static readonly EnumShape<Counting> Counts = new(
        (Counting.Best, "the one that the round's chain puts highest, without the prediction"),
        (Counting.First, "the first that was submitted"),
        (Counting.Last, "the last that was submitted"),
        (Counting.Average, "the mean of points, right answers and time over all of them"),
        (Counting.Sum, "the sum of points, right answers and time of all of them"));

    private static readonly EnumShape<PredictionObject> Object = new(
        (PredictionObject.Participants, "different people with a counted attempt"),
        (PredictionObject.Attempts, "counted attempts"),
        (PredictionObject.PerfectPeople, "different people with an attempt in which everything is right"),
        (PredictionObject.PerfectAttempts, "attempts in which everything is right"));

    private static readonly EnumShape<PredictionScope> Scope = new(
        (PredictionScope.Round, "counted in the round of the attempt"),
        (PredictionScope.Contest, "counted in the whole contest"));

    private static readonly EnumShape<PredictionOf> Among = new(
        (PredictionOf.All, "counted among all contestants"),
        (PredictionOf.Division, "counted in the guesser's own division"));

    private static readonly EnumShape<PredictionPlace> Place = new(
        (PredictionPlace.Paper, "in the paper, below the questions"),
        (PredictionPlace.After, "after the submission, once, until the round is over"));

    private static readonly EnumShape<PredictionMeasure> Better = new(
        (PredictionMeasure.Distance, "the smaller distance from the truth, above or below"),
        (PredictionMeasure.Exact, "only the exact number counts; all others are equal"),
        (PredictionMeasure.NotAbove, "the smaller distance among those that are not above the truth; all above it are equal, behind them"));

    private static readonly EnumShape<PartialMarking> Partial = new(
        (PartialMarking.None, "exactly the right choices, or it is wrong"),
        (PartialMarking.Proportional, "the share of right choices ticked less that of wrong ones, at least 0, of the points"));

    private static readonly EnumShape<RankingKey> Key = new(
        (RankingKey.Score, "more points first"),
        (RankingKey.Correct, "more right answers first"),
        (RankingKey.Prediction, "the better prediction first, by its measure; no prediction is last"),
        (RankingKey.Time, "less time taken first, in milliseconds"),
        (RankingKey.Submitted, "the earlier submission first, in milliseconds"),
        (RankingKey.Started, "the earlier start of what counts first, in milliseconds"),
        (RankingKey.Registered, "the earlier registration first, in milliseconds"),
        (RankingKey.FewerAttempts, "fewer attempts first"),
        (RankingKey.MoreAttempts, "more attempts first"),
        (RankingKey.PerfectAttempts, "more attempts with everything right first"),
        (RankingKey.Random, "a draw of lots from a seed that was committed to beforehand"));

    /// <summary>A chain, most important key first.</summary>
    public static ListShape<RankingKey> Chain { get; } = Of.Line(Key, 1, 11).Checked(RankingChains.Check);

    /// <summary>How a paper is made and timed.</summary>
    public static RecordShape<PaperRules> Paper { get; } = new RecordShape<PaperRules>("paper")
        .Required("minutes", paper => paper.Minutes, Of.Number(1, 180), "The time for one attempt, never beyond the end of its window.")
        .Optional("graceSeconds", paper => paper.GraceSeconds, Of.Number(0, 120), 30,
            "How long after the deadline a submission that was on its way still counts.")
        .Optional("shuffleQuestions", paper => paper.ShuffleQuestions, Of.Flag, true,
            "Whether each attempt gets the questions in its own order.")
        .Optional("shuffleChoices", paper => paper.ShuffleChoices, Of.Flag, true, "Whether each attempt gets the choices in its own order.")
        .Optional("point", paper => paper.Point, new HundredthsShape(1, 100_000), 100,
            "Points for a question answered right, where neither the question nor the blueprint says another.")
        .Optional("wrongPoint", paper => paper.WrongPoint, new HundredthsShape(0, 100_000), 0,
            "Points taken off for a wrong answer; an empty answer costs nothing.")
        .Optional("partial", paper => paper.Partial, Partial, PartialMarking.None,
            "What a question with several right choices gives when they are ticked in part.")
        .Optional("belowZero", paper => paper.BelowZero, Of.Flag, false, "Whether an attempt's score may be less than 0.")
        .Optional("secondsPerQuestion", paper => paper.SecondsPerQuestion, Of.Number(3, 600),
            "The time for each question. They come one after another and none comes back.")
        .Optional("changeAnswers", paper => paper.ChangeAnswers, Of.Flag, true,
            "Whether an answer once given may be changed while the attempt is in progress.");

    /// <summary>How many attempts a contestant has.</summary>
    public static RecordShape<AttemptRules> Attempts { get; } = new RecordShape<AttemptRules>("attempts")
        .Optional("perRound", attempts => attempts.PerRound, Of.Number(1, 1000), "The most attempts in one round; left out, 1,000.")
        .Required("counts", attempts => attempts.Counts, Counts, "What the attempts of a round come to.")
        .Optional("perDay", attempts => attempts.PerDay, Of.Number(1, 100),
            "The most that start on one calendar day of the contest's zone.")
        .Optional("perWindow", attempts => attempts.PerWindow, Of.Number(1, 1000), "The most that start in one window.")
        .Optional("perWeek", attempts => attempts.PerWeek, Of.Number(1, 1000), "The most that start in one week, Monday to Sunday.")
        .Optional("perContest", attempts => attempts.PerContest, Of.Number(1, 10_000), "The most in the contest, practice rounds left out.")
        .Checked(AttemptLimits.Check);

    /// <summary>The number that contestants guess.</summary>
    public static RecordShape<PredictionRules> Prediction { get; } = new RecordShape<PredictionRules>("prediction")
        .Required("question", prediction => prediction.Question, Of.LocalText, "What is asked.")
        .Required("object", prediction => prediction.Object, Object, "What is counted.")
        .Required("scope", prediction => prediction.Scope, Scope, "Over which time it is counted.")
        .Optional("of", prediction => prediction.Of, Among, PredictionOf.All, "Among whom it is counted.")
        .Optional("place", prediction => prediction.Place, Place, PredictionPlace.Paper, "Where it is asked.")
        .Optional("measure", prediction => prediction.Measure, Better, PredictionMeasure.Distance,
            "Which of two guesses is the better one.");

    /// <summary>The chains that order contestants.</summary>
    public static RecordShape<RankingRules> Ranking { get; } = new RecordShape<RankingRules>("ranking")
        .Required("round", ranking => ranking.Round, Chain,
            "The chain within a round, most important key first.")
        .Required("contest", ranking => ranking.Contest, Chain,
            "The chain over all rounds, on sums of the rounds' standings.");
}
