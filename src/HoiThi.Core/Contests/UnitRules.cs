namespace HoiThi.Core.Contests;

/// <summary>How the contest's units are classed, and the share of headcount that each class owes.</summary>
/// <param name="File">The unit list, relative to the contest's folder (CSV, see <c>docs/contest-file.md</c>).</param>
/// <param name="Blocks">Groups of units that are compared with each other.</param>
/// <param name="Kinds">The kinds a unit can be of.</param>
/// <param name="Targets">The least share of headcount by kind; a kind in no target has none.</param>
public sealed record UnitRules(
    string File,
    ValueList<Block> Blocks,
    ValueList<UnitKind> Kinds,
    ValueList<ParticipationTarget> Targets);

/// <summary>A group of units that are compared with each other (khối).</summary>
/// <param name="Code">Unique in the contest.</param>
/// <param name="Name">The name on boards.</param>
public sealed record Block(string Code, LocalText Name);

/// <summary>A kind of unit (specialised agency, district, …).</summary>
/// <param name="Code">Unique in the contest.</param>
/// <param name="Name">The name on boards.</param>
/// <param name="Block">The code of the block that units of this kind belong to.</param>
/// <param name="Eligible">Whether people of such units may register.</param>
public sealed record UnitKind(string Code, LocalText Name, string Block, bool Eligible = true);

/// <summary>The least share of headcount that units of some kinds owe (tỷ lệ tham gia tối thiểu).</summary>
/// <param name="Kinds">Codes of kinds; a kind is in one target at most.</param>
/// <param name="Percent">The share, 1–100, in percent of the headcount; reached when equalled.</param>
public sealed record ParticipationTarget(ValueList<string> Kinds, int Percent);
