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
        (Counting.Last, "the last that was submitted"));

    private static readonly EnumShape<PredictionObject> Object = new(
        (PredictionObject.Participants, "different people with a counted attempt"),
        (PredictionObject.Attempts, "counted attempts"),
        (PredictionObject.PerfectPeople, "different people with an attempt in which everything is right"),
        (PredictionObject.PerfectAttempts, "attempts in which everything is right"));

    private static readonly EnumShape<PredictionScope> Scope = new(
        (PredictionScope.Round, "counted in the round of the attempt"),
        (PredictionScope.Contest, "counted in the whole contest"));

    private static readonly EnumShape<RankingKey> Key = new(
        (RankingKey.Score, "more points first"),
        (RankingKey.Correct, "more right answers first"),
        (RankingKey.Prediction, "the smaller distance between prediction and truth first; no prediction is last"),
        (RankingKey.Time, "less time taken first, in milliseconds"),
        (RankingKey.Submitted, "the earlier submission first, in milliseconds"),
        (RankingKey.Registered, "the earlier registration first, in milliseconds"),
        (RankingKey.FewerAttempts, "fewer attempts first"),
        (RankingKey.PerfectAttempts, "more attempts with everything right first"));

    /// <summary>How a paper is made and timed.</summary>
    public static RecordShape<PaperRules> Paper { get; } = new RecordShape<PaperRules>("paper")
        .Required("minutes", paper => paper.Minutes, Of.Number(1, 180), "The time for one attempt, never beyond the end of its window.")
        .Optional("graceSeconds", paper => paper.GraceSeconds, Of.Number(0, 120), 30,
            "How long after the deadline a submission that was on its way still counts.")
        .Optional("shuffleQuestions", paper => paper.ShuffleQuestions, Of.Flag, true,
            "Whether each attempt gets the questions in its own order.")
        .Optional("shuffleChoices", paper => paper.ShuffleChoices, Of.Flag, true, "Whether each attempt gets the choices in its own order.")
        .Optional("point", paper => paper.Point, new HundredthsShape(1, 100_000), 100, "Points for a question answered right.");

    /// <summary>How many attempts a contestant has.</summary>
    public static RecordShape<AttemptRules> Attempts { get; } = new RecordShape<AttemptRules>("attempts")
        .Required("perRound", attempts => attempts.PerRound, Of.Number(1, 1000), "The most attempts in one round.")
        .Required("counts", attempts => attempts.Counts, Counts, "Which attempt of a round becomes the contestant's standing.");

    /// <summary>The number that contestants guess.</summary>
    public static RecordShape<PredictionRules> Prediction { get; } = new RecordShape<PredictionRules>("prediction")
        .Required("question", prediction => prediction.Question, Of.LocalText, "What is asked.")
        .Required("object", prediction => prediction.Object, Object, "What is counted.")
        .Required("scope", prediction => prediction.Scope, Scope, "Over which time it is counted.");

    /// <summary>The chains that order contestants.</summary>
    public static RecordShape<RankingRules> Ranking { get; } = new RecordShape<RankingRules>("ranking")
        .Required("round", ranking => ranking.Round, Of.Line(Key, 1, 8).Checked(RankingChains.Check),
            "The chain within a round, most important key first.")
        .Required("contest", ranking => ranking.Contest, Of.Line(Key, 1, 8).Checked(RankingChains.Check),
            "The chain over all rounds, on sums of the rounds' standings.");
}
