using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Server.Contests;
using HoiThi.Server.Organisers;

namespace HoiThi.Server.Manage.Pages;

public sealed record ContestsView(ValueList<ContestLine> Contests, string? Done);

public sealed record ContestLine(Contest Contest, ContestStage Stage, ContestStatus Status, long People, long Attempts, ValueList<Role> Roles);

public sealed record NewContestView(ValueList<Contest> Contests, ValueList<string> Mistakes, ConsoleForm Form);

public sealed record DefinitionView(int Version, bool Running, ValueList<string> Mistakes, ConsoleForm Form, string? Done);

/// <param name="Unsealed">Rounds that open within a day, or are open, and have no sealed questions.</param>
public sealed record DashboardView(Contest Contest, ContestStatus Status, ValueList<RoundLine> Rounds, long People, long Attempts, int Proposals, ValueList<Round> Unsealed, string? Done);

public sealed record RoundLine(RoundStatus Status, long People, long Attempts);

public sealed record LiveView(DateTime Now, ValueList<RoundNow> Rounds, StatusChange? Next, ConsoleForm Form, string? Done);

public sealed record RoundNow(RoundStatus Status, RoundBeat Beat, ValueList<SlowUnit> Slowest);

/// <param name="Name">The unit.</param>
/// <param name="Tenths">Its share in tenths of a percent.</param>
/// <param name="People">Who took part.</param>
/// <param name="Headcount">Of how many.</param>
public sealed record SlowUnit(LocalText Name, int Tenths, long People, long Headcount);

public sealed record AuditView(ValueList<AuditLine> Lines, ValueList<string> Acts, string Query, string Act, int Page, int Pages, int Count);

public sealed record AuditLine(long Number, DateTime Moment, string Who, string Address, string? Contest, string Act, string Subject, string? Before, string? After, string? Reason);

public sealed record ProposalsView(ValueList<ProposalLine> Proposals, ValueList<RuleLine> Rules, ConsoleForm Form, string? Done);

public sealed record ProposalLine(Guid Id, string Act, string Subject, string Reason, string ProposedBy, bool Own, DateTime Proposed, string? Outcome, string? DecidedBy);

/// <param name="Act">The act.</param>
/// <param name="Here">Whether this contest asks for a second person.</param>
/// <param name="Everywhere">Whether the whole site does.</param>
public sealed record RuleLine(string Act, bool Here, bool Everywhere);

public sealed record TextsView(Contest Contest, DateOnly Today, ConsoleForm Form, string? Done);

public sealed record TextEditorView(ContestPage Page, bool English, string Text, ContestText? Preview, ConsoleForm Form);

/// <param name="Query">What was looked for.</param>
/// <param name="Found">Who was found.</param>
/// <param name="More">Whether there are more than are shown.</param>
/// <param name="Count">How many contestants there are, or null for whom that is no business.</param>
public sealed record ContestantsView(string Query, ValueList<ContestantLine> Found, bool More, long? Count);

public sealed record ContestantLine(Guid Id, string Name, string Unit, DateTime Registered);

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
    string? Done);

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
