using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Formats;
using HoiThi.Formats.Forms;
using HoiThi.Server.Contests;

namespace HoiThi.Server.Manage.Setup.Pages;

/// <param name="Section">The page.</param>
/// <param name="Contest">The contest as it is, for what can be chosen from.</param>
/// <param name="Values">What the form shows.</param>
/// <param name="Version">The version that is edited.</param>
/// <param name="Mistakes">What the check says.</param>
/// <param name="Refused">Why it cannot be saved, or null.</param>
/// <param name="Done">What was done before.</param>
public sealed record SectionView(
    SetupSection Section, LiveContest Contest, FormValues Values, int Version, ValueList<Mistake> Mistakes, LocalText? Refused, string? Done)
{
    /// <summary>Whether a row was added, taken out or moved, and nothing is saved yet.</summary>
    public bool Unsaved { get; init; }
}

/// <param name="Text">The text of the section.</param>
public sealed record TextView(SetupSection Section, string Text, int Version, ValueList<Mistake> Mistakes, LocalText? Refused);

public sealed record OverviewView(LiveContest Contest, ContestStatus Status, ValueList<CheckItem> Items, Organisers.ConsoleForm Form, string? Done);

/// <summary>A row of the table of units, as it was typed.</summary>
public sealed record UnitRowView(string Code, string Parent, string Kind, string Name, string English, string Headcount)
{
    public static UnitRowView Blank { get; } = new("", "", "", "", "", "");

    public bool IsBlank => Code.Length + Name.Length == 0;

    /// <summary>Whether it is to be taken out.</summary>
    public bool Out { get; init; }
}

public sealed record UnitListView(LiveContest Contest, ValueList<UnitRowView> Rows, int Version, ValueList<Mistake> Mistakes, LocalText? Refused, string? Done);

/// <param name="List">The list as it would be, for the form that applies it.</param>
public sealed record UnitImportView(LiveContest Contest, ValueList<UnitChange> Changes, string List, int Version);

/// <param name="Downloads">How often each document was downloaded, by its file.</param>
public sealed record FilesView(LiveContest Contest, IReadOnlyDictionary<string, long> Downloads, IReadOnlyDictionary<string, int> People, ValueList<string> Mistakes, Organisers.ConsoleForm Form, string? Done);

/// <param name="First">The day that is offered for the first round.</param>
public sealed record StartView(ValueList<ContestTemplate> Templates, DateOnly First, Organisers.ConsoleForm Form);

/// <param name="Now">The moment that is offered, by the contest's clock.</param>
public sealed record PreviewView(LiveContest Contest, DateTime Now);

public sealed record SimulationsView(ValueList<SimulationLine> Simulations, Organisers.ConsoleForm Form, string? Done);

public sealed record SimulationView(SimulationLine Simulation, string? Done);

/// <param name="Version">The contest's version that was played.</param>
/// <param name="Asked">When, by the contest's clock.</param>
/// <param name="Finished">Whether it is over.</param>
/// <param name="Rounds">How many rounds there are.</param>
/// <param name="Done">How many have been played.</param>
/// <param name="Failure">Why there is no report, or null.</param>
/// <param name="Report">The report in the visitor's language, or null.</param>
public sealed record SimulationLine(int Number, int Version, int People, long Seed, DateTime Asked, bool Finished, int Rounds, int Done, string? Failure, string? Report);
