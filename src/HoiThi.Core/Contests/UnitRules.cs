namespace HoiThi.Core.Contests;

/// <summary>How the contest's units are classed, and the share of headcount that each class owes.</summary>
/// <param name="File">The unit list, relative to the contest's folder (CSV, see <c>docs/contest-file.md</c>).</param>
/// <param name="Blocks">Groups of units that are compared with each other.</param>
/// <param name="Kinds">The kinds a unit can be of.</param>
/// <param name="Sizes">Size bands by headcount, smallest first; empty: none.</param>
/// <param name="Targets">The least share of headcount by kind and size; a unit that fits none has none.</param>
public sealed record UnitRules(
    string File,
    ValueList<Block> Blocks,
    ValueList<UnitKind> Kinds,
    ValueList<SizeBand> Sizes,
    ValueList<ParticipationTarget> Targets);

/// <summary>Units of a headcount from <paramref name="From"/> to below the next band's.</summary>
/// <param name="Code">Unique in the contest.</param>
/// <param name="Name">The name on boards.</param>
/// <param name="From">The least headcount, 0–1,000,000, units below included.</param>
public sealed record SizeBand(string Code, LocalText Name, int From);

/// <summary>A group of units that are compared with each other (khối).</summary>
/// <param name="Code">Unique in the contest.</param>
/// <param name="Name">The name on boards.</param>
public sealed record Block(string Code, LocalText Name);

/// <summary>A kind of unit (specialised agency, district, …).</summary>
/// <param name="Code">Unique in the contest.</param>
/// <param name="Name">The name on boards.</param>
/// <param name="Block">The code of the block that units of this kind belong to.</param>
/// <param name="Eligible">Whether people of such units may register.</param>
/// <param name="Compulsory">Whether everybody of such units has to take part.</param>
public sealed record UnitKind(string Code, LocalText Name, string Block, bool Eligible = true, bool Compulsory = false);

/// <summary>
/// The least share of headcount that some units owe (tỷ lệ tham gia tối thiểu). The first target that fits a unit is its
/// own; a list that is empty does not limit.
/// </summary>
/// <param name="Kinds">Codes of kinds.</param>
/// <param name="Sizes">Codes of size bands.</param>
/// <param name="Percent">The share, 1–100, in percent of the headcount; reached when equalled.</param>
public sealed record ParticipationTarget(ValueList<string> Kinds, ValueList<string> Sizes, int Percent);
