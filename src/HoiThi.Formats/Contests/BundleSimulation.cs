using HoiThi.Core;
using HoiThi.Core.Contests;
using HoiThi.Core.Questions;
using HoiThi.Core.Simulation;
using HoiThi.Core.Units;

namespace HoiThi.Formats.Contests;

/// <summary>Makes a contest of files ready to be simulated, without a database.</summary>
public static class BundleSimulation
{
    /// <summary>
    /// The contest with its questions sealed as an import would seal them; made-up ones stand in for those that are not there yet.
    /// </summary>
    public static SimulatedContest ToSimulation(this ContestBundle bundle) => new(
        bundle.Contest,
        new UnitTree(bundle.Units),
        bundle.Contest.Rounds.Select(round => SetsOf(bundle, round.Number)).ToValueList(),
        bundle.Lists.Select(list => list.Count).ToValueList());

    private static ValueList<SealedSet> SetsOf(ContestBundle bundle, int round) =>
        Enumerable.Range(0, Math.Max(1, bundle.Contest.Divisions.Count)).Select(division =>
        {
            var rules = ContestRules.Of(bundle.Contest, round, division);
            var bank = bundle.BankOf(round, division) ?? StandIns.For(rules.Blueprint);
            return new SealedSet(division + 1, bank.Topics, bank.Questions, rules.Blueprint, rules.Paper, division);
        }).ToValueList();
}
