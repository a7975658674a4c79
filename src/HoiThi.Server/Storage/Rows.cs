using HoiThi.Core.Attempts;

namespace HoiThi.Server.Storage;

// One class a table, as the scripts in Schema/ declare them. Moments are milliseconds since 1970-01-01 UTC.

public sealed record SettingRow(string Name, string Value);

public sealed class ContestRow
{
    public required short Number { get; init; }

    public required string Slug { get; set; }

    public required int Version { get; set; }

    public long? Published { get; set; }

    public long? Archived { get; set; }
}

/// <summary>How often a document was downloaded.</summary>
public sealed record DocumentDownloadRow(short Contest, string Path, long Count);

/// <summary>A simulation that somebody asked for, on its way or with its report.</summary>
public sealed class SimulationRow
{
    public required short Contest { get; init; }

    public required int Number { get; init; }

    public required int Version { get; init; }

    public required int People { get; init; }

    public required long Seed { get; init; }

    public required long Asked { get; init; }

    public long? Finished { get; set; }

    public int Rounds { get; set; }

    public int Done { get; set; }

    public string? ReportVi { get; set; }

    public string? ReportEn { get; set; }

    public string? Failure { get; set; }
}

public sealed record ContestVersionRow(short Contest, int Version, string Definition, long Created, string? Reason = null);

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
    short Contest, short Round, int Version, int ContestVersion, string Questions, byte[] Hash, long Sealed, short Division = 0);

public sealed class ContestFileRow
{
    public required short Contest { get; init; }

    public required string Path { get; init; }

    public required byte[] Content { get; set; }
}

public sealed record ContestantRow(
    ContestantId Id, short Contest, int Unit, string Name, byte[] Private, byte[] CodeHash, string? Entrance, long Consented, long Registered,
    short Division, short ExtraPercent, short ExtraMinutes);

public sealed record ListedPersonRow(
    short Contest, string List, int Line, ContestantId Contestant, byte[]? CodeHash, byte[] Private);

public sealed record EmailLinkRow(
    byte[] TokenHash, short Contest, ContestantId Contestant, byte[] Address, long Hour, short Ordinal, byte[]? Draft, byte[]? Letter,
    short Tries, long Due, long Expires, long? Used);

public sealed record ContestantEventRow(ContestantId Contestant, int Ordinal, long Moment, string Kind, string About);

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
    int? Correct,
    byte[]? Written,
    byte[]? Origin)
{
    public Attempt ToAttempt(Core.ValueList<Core.Scoring.EssayMark>? marks = null) => new(
        new AttemptId(Contest, Contestant, Round, Ordinal),
        Unit,
        SetVersion,
        State,
        Started,
        Deadline,
        AnswerSheet.Read(Answers, Prediction, PredictionSequence, Written),
        Submitted,
        Score is { } score ? new Core.Scoring.Grade(score, Correct!.Value, Answers.Length / 3) : null,
        marks)
    {
        Origin = Origin is null ? null : AttemptId.Read(Origin),
    };
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
    byte[] RankKey,
    short Division,
    long Started)
{
    public Core.Ranking.Standing ToStanding() => new(
        Contestant, Round, Unit, Registered, Attempts, Perfect, Ordinal, Score, Correct, Time, Submitted, Prediction, Division,
        Started);
}

/// <summary>What somebody gave for an essay.</summary>
public sealed record MarkRow(
    ContestantId Contestant, short Round, short Ordinal, short Position, short Contest, int Points, string Marker, long Marked);

public sealed record TallyRow(
    short Contest, short Round, short Division, int Unit, short Slot, long People, long Attempts, long PerfectPeople, long PerfectAttempts, long Score)
{
    public Core.Participation.Tally ToTally() => new(People, Attempts, PerfectPeople, PerfectAttempts, Score);
}

public sealed record SpreadRow(short Contest, short Round, short Division, int Correct, short Slot, long People);
