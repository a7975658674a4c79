using HoiThi.Core.Attempts;

namespace HoiThi.Server.Storage;

// One class a table, as the scripts in Schema/ declare them. Moments are milliseconds since 1970-01-01 UTC.

public sealed record SettingRow(string Name, string Value);

public sealed class ContestRow
{
    public required short Number { get; init; }

    public required string Slug { get; init; }

    public required int Version { get; set; }
}

public sealed record ContestVersionRow(short Contest, int Version, string Definition, long Created);

public sealed class UnitRow
{
    public required short Contest { get; init; }

    public required int Number { get; init; }

    public required string Code { get; init; }

    public string? Parent { get; set; }

    public required string Kind { get; set; }

    public required string NameVi { get; set; }

    public string? NameEn { get; set; }

    public required int Headcount { get; set; }
}

public sealed record QuestionSetRow(
    short Contest, short Round, int Version, int ContestVersion, string Questions, byte[] Hash, long Sealed);

public sealed class ContestFileRow
{
    public required short Contest { get; init; }

    public required string Path { get; init; }

    public required byte[] Content { get; set; }
}

public sealed record RoundResultRow(short Contest, short Round, long? Truth, long People, long Attempts, long Computed);

public sealed record AwardRow(short Contest, short Round, short Prize, int Place, ContestantId Contestant);

public sealed record ContestantRow(
    ContestantId Id, short Contest, int Unit, string Name, byte[] Private, byte[] CodeHash, string? Entrance, long Consented, long Registered);

public sealed record AttemptRow(
    ContestantId Contestant,
    short Round,
    short Ordinal,
    short Contest,
    int Unit,
    int SetVersion,
    AttemptState State,
    long Started,
    long Deadline,
    byte[] Answers,
    long? Prediction,
    int PredictionSequence,
    long? Submitted,
    int? Score,
    int? Correct)
{
    public Attempt ToAttempt() => new(
        new AttemptId(Contest, Contestant, Round, Ordinal),
        Unit,
        SetVersion,
        State,
        Started,
        Deadline,
        AnswerSheet.Read(Answers, Prediction, PredictionSequence),
        Submitted,
        Score is { } score ? new Core.Scoring.Grade(score, Correct!.Value, Answers.Length / 3) : null);
}

public sealed record StandingRow(
    ContestantId Contestant,
    short Round,
    short Contest,
    int Unit,
    long Registered,
    int Attempts,
    int Perfect,
    short Ordinal,
    int Score,
    int Correct,
    long Time,
    long Submitted,
    long? Prediction,
    byte[] RankKey)
{
    public Core.Ranking.Standing ToStanding() => new(
        Contestant, Round, Unit, Registered, Attempts, Perfect, Ordinal, Score, Correct, Time, Submitted, Prediction);
}

public sealed record TallyRow(
    short Contest, short Round, int Unit, short Slot, long People, long Attempts, long PerfectPeople, long PerfectAttempts, long Score)
{
    public Core.Participation.Tally ToTally() => new(People, Attempts, PerfectPeople, PerfectAttempts, Score);
}

public sealed record SpreadRow(short Contest, short Round, int Correct, short Slot, long People);
