using HoiThi.Core;
using HoiThi.Core.Participation;
using HoiThi.Server.Contests.Pages;
using HoiThi.Server.Organisers;
using HoiThi.Server.Organisers.Tables;
using HoiThi.Server.Results.Pages;

namespace HoiThi.Server.Manage.Pages;

/// <param name="Round">The round; 0 is the contest.</param>
/// <param name="Tabs">What can be looked at.</param>
/// <param name="Final">Whether the results are computed.</param>
/// <param name="NeedsPublishing">Whether the rules wait for the organisers.</param>
/// <param name="Published">Whether they have published these results.</param>
/// <param name="Table">The places.</param>
/// <param name="Form">What was sent.</param>
/// <param name="Done">What was done before.</param>
public sealed record StandingsDeskView(
    int Round, ValueList<RoundTab> Tabs, bool Final, bool NeedsPublishing, bool Published, TableView<StandingLine> Table, ConsoleForm Form, string? Done);

/// <param name="Round">The round; 0 is the contest.</param>
/// <param name="Tabs">What can be looked at.</param>
/// <param name="Table">The units.</param>
public sealed record ParticipationDeskView(int Round, ValueList<RoundTab> Tabs, TableView<UnitParticipation> Table);
