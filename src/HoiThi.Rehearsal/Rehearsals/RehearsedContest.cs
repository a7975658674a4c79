using HoiThi.Core;
using HoiThi.Core.Attempts;
using HoiThi.Core.Contests;
using HoiThi.Core.Units;

namespace HoiThi.Rehearsal.Rehearsals;

/// <summary>The copy of a contest that is rehearsed with.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Units">Its units.</param>
/// <param name="Divisions">The rules of its one round for each division, with the sealed sets that the server has.</param>
/// <param name="Real">The rules of the round that it is a copy of, for the first division.</param>
public sealed record RehearsedContest(Contest Definition, UnitTree Units, ValueList<RoundRules> Divisions, RoundRules Real);

/// <summary>How to rehearse.</summary>
/// <param name="Contestants">How many people come, 1–200,000.</param>
/// <param name="Seed">The same seed brings the same people.</param>
/// <param name="Time">The time into which the whole round is pressed.</param>
/// <param name="Expected">How many people are expected in the real round; null: as many as the simulation has the units send.</param>
public sealed record RehearsalPlan(int Contestants, ulong Seed, TimeSpan Time, int? Expected);
