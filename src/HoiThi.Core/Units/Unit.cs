using HoiThi.Core.Contests;

namespace HoiThi.Core.Units;

/// <summary>A node of the contest's tree of agencies (đơn vị).</summary>
/// <param name="Code">Its name in files and addresses; unique in the contest.</param>
/// <param name="Parent">The code of the unit above, or null at the top.</param>
/// <param name="Kind">The code of its kind.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Headcount">How many people it has to count against, 0–1,000,000, those of the units below not included.</param>
public sealed record Unit(string Code, string? Parent, string Kind, LocalText Name, int Headcount);
