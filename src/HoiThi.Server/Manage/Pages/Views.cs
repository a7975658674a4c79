using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage.Pages;

public sealed record ContestsView(ValueList<ContestLine> Contests, string? Done);

public sealed record ContestLine(Contest Contest, ContestPhase Phase, ContestStatus Status, long People, long Attempts, ValueList<Role> Roles);

public sealed record NewContestView(ValueList<Contest> Contests, ValueList<string> Mistakes, ConsoleForm Form);

public sealed record DefinitionView(int Version, bool Running, ValueList<string> Mistakes, ConsoleForm Form, string? Done);

/// <param name="Unsealed">Rounds that open within a day, or are open, and have no sealed questions.</param>
public sealed record DashboardView(Contest Contest, ContestStatus Status, ValueList<RoundLine> Rounds, long People, long Attempts, int Proposals, ValueList<Round> Unsealed, string? Done);

public sealed record RoundLine(RoundStatus Status, long People, long Attempts);

public sealed record LiveView(DateTime Now, ValueList<RoundNow> Rounds, StatusChange? Next, ConsoleForm Form, string? Done, bool Refreshes = false);

public sealed record RoundNow(RoundStatus Status, RoundBeat Beat, ValueList<SlowUnit> Slowest);

/// <param name="Name">The unit.</param>
/// <param name="Tenths">Its share in tenths of a percent.</param>
/// <param name="People">Who took part.</param>
/// <param name="Headcount">Of how many.</param>
public sealed record SlowUnit(LocalText Name, int Tenths, long People, long Headcount);

/// <summary>A line of the audit log, with all that its hash is over.</summary>
public sealed record AuditLine(
    long Number, long Moment, Guid? Person, string Who, string Address, short Contest, string Act, string Subject, string? Before, string? After, string? Reason, string Hash)
{
    /// <summary>The moment to the millisecond, as the hash has it.</summary>
    public string Utc => DateTimeOffset.FromUnixTimeMilliseconds(Moment).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record ProposalsView(ValueList<ProposalLine> Proposals, ValueList<RuleLine> Rules, ConsoleForm Form, string? Done);

/// <param name="Path">Where what it would do can be looked at, or null.</param>
public sealed record ProposalLine(Guid Id, string Act, string Subject, string Reason, string ProposedBy, bool Own, DateTime Proposed, string? Outcome, string? DecidedBy, string? Path);

/// <param name="Act">The act.</param>
/// <param name="Here">Whether this contest asks for a second person.</param>
/// <param name="Everywhere">Whether the whole site does.</param>
public sealed record RuleLine(string Act, bool Here, bool Everywhere);

public sealed record TextsView(Contest Contest, DateOnly Today, ConsoleForm Form, string? Done);

public sealed record TextEditorView(ContestPage Page, bool English, string Text, ContestText? Preview, ConsoleForm Form);

/// <param name="Attempts">How many attempts count.</param>
/// <param name="Extra">Extra time, or null.</param>
public sealed record ContestantLine(Guid Id, string Name, string Unit, DateTime Registered, int Attempts, bool Blocked, string? Extra);

/// <param name="Subject">As the audit log names this contestant.</param>
/// <param name="NewCode">A new personal code, shown once.</param>
/// <param name="Where">Which form of the page was sent, where something is wrong with it.</param>
public sealed record StoryView(
    Guid Id,
    string Name,
    string UnitCode,
    string Unit,
    DateTime Registered,
    LocalText? Entrance,
    ValueList<DataLine> Data,
    bool Whole,
    ValueList<AttemptLine> Attempts,
    ValueList<PlaceLine> Places,
    bool Blocked,
    string Subject,
    string? NewCode,
    string? Where,
    ConsoleForm Form,
    string? Done)
{
    /// <summary>What can be corrected beside name and unit; the shown value is masked.</summary>
    public ValueList<RegistrationField> Fields { get; init; } = [];

    public ExtraTime Extra { get; init; }

    /// <summary>Registrations that have become part of this one.</summary>
    public ValueList<MergedLine> Merged { get; init; } = [];
}

public sealed record DataLine(LocalText Label, string Value);

public sealed record AttemptLine(
    string Id,
    Round Round,
    int Ordinal,
    AttemptState State,
    DateTime Started,
    DateTime? Submitted,
    long? Taken,
    int? Score,
    int? Correct,
    int Questions,
    int Answered,
    string? Receipt);

public sealed record PlaceLine(LocalText Round, long Place, long People);
