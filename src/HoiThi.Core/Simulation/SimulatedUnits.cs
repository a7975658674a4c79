using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>How the units end: participation targets and collective awards.</summary>
internal sealed class SimulatedUnits(SimulatedContest contest, UnitFigures[] figures, RuleUse use)
{
    private const int UnitsBehind = 3;

    /// <summary>Computes every collective award.</summary>
    public ValueList<CollectiveReport> Collective() => contest.Definition.Collective.SelectMany(award =>
    {
        var board = CollectiveBoard.Of(award, contest.Definition.Units, contest.Units, unit => figures[unit]);
        Gates(award, board);
        return board.Groups.Select(group => Report(award, group));
    }).ToValueList();

    /// <summary>How many units reach their participation target.</summary>
    public ValueList<TargetReport> Targets()
    {
        var classes = new UnitClasses(contest.Definition.Units, contest.Units);
        var targets = contest.Units.TopLevel
            .Where(unit => contest.Units.SubtreeHeadcountOf(unit) > 0 && classes.TargetOf(unit) is not null)
            .GroupBy(unit => classes.TargetOf(unit)!.Value)
            .OrderByDescending(group => group.Key)
            .Select(group => new TargetReport(group.Key, group.Count(unit => ShareOf(unit).Reaches(group.Key)), group.Count()))
            .ToValueList();
        foreach (var (percent, reached, units) in targets)
        {
            use.Seen(
                reached == 0 ? $"the participation target of {percent} %: none of {units} units reaches it" : $"the participation target of {percent} %: all {units} units reach it",
                reached > 0 && reached < units);
        }

        return targets;
    }

    private Share ShareOf(int unit) =>
        new(contest.Units.SubtreeOf(unit).ToArray().Sum(part => figures[part].Counts.People), contest.Units.SubtreeHeadcountOf(unit));

    private CollectiveReport Report(CollectiveAward award, CollectiveGroupBoard group)
    {
        var placed = group.Units.Where(unit => unit.Place is not null).ToArray();
        var shown = placed.TakeWhile((unit, index) => unit.Prize is not null || unit.Advances || index < UnitsBehind).Count() + UnitsBehind;
        return new CollectiveReport(
            award.Code,
            award.Name.Vi,
            group.Code,
            placed.Length,
            group.Units.Count - placed.Length,
            placed.Take(shown).Select(unit => new CollectiveUnitReport(
                unit.Place!.Value,
                unit.Unit.Code,
                unit.Unit.Name.Vi,
                award.Among.Level == UnitLevel.Top ? contest.Units.SubtreeHeadcountOf(unit.Number) : unit.Unit.Headcount,
                unit.Score.ToText(english: true),
                unit.Prize is { } prize ? award.Prizes[prize].Name.Vi : null,
                unit.Advances,
                unit.Terms.Select(term => term.Words).ToValueList())).ToValueList());
    }

    private void Gates(CollectiveAward award, CollectiveBoard board)
    {
        var units = board.Groups.SelectMany(group => group.Units).ToArray();
        for (var index = 0; index < award.Gates.Count; index++)
        {
            var passed = units.Count(unit => unit.Gates[index].Passed);
            use.Seen(
                passed == units.Length ? $"gate {index + 1} of '{award.Name.Vi}': all {passed} units pass it" : $"gate {index + 1} of '{award.Name.Vi}': no unit passes it",
                passed > 0 && passed < units.Length);
        }
    }
}
