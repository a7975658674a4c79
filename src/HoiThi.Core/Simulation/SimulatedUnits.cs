using HoiThi.Core.Collective;
using HoiThi.Core.Contests;
using HoiThi.Core.Participation;
using HoiThi.Core.Ranking;

namespace HoiThi.Core.Simulation;

/// <summary>How the units end: participation targets and collective awards.</summary>
internal sealed class SimulatedUnits(SimulatedContest contest, SimulatedCrowd crowd, Standing?[] standings, Dictionary<int, List<int>> prizes, RuleUse use)
{
    private const int UnitsBehind = 3;

    /// <summary>Computes every collective award.</summary>
    public ValueList<CollectiveReport> Report()
    {
        var figures = Figures();
        Targets(figures);
        return contest.Definition.Collective.SelectMany(award =>
        {
            var board = CollectiveBoard.Of(award, contest.Definition.Units, contest.Units, unit => figures[unit]);
            Gates(award, board);
            return board.Groups.Select(group => Report(award, group));
        }).ToValueList();
    }

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

    private UnitFigures[] Figures()
    {
        var counts = new Tally[contest.Units.Count + 1];
        var compulsory = new Share[contest.Units.Count + 1];
        var best = new PriorityQueue<int, int>?[contest.Units.Count + 1];
        var most = MostBest();
        var lists = contest.Definition.Lists.Where(list => list.Role == ListRole.Compulsory).Select(list => list.Code).ToArray();
        for (var number = 0; number < standings.Length; number++)
        {
            var unit = crowd[number].Unit;
            if (lists.Length > 0 && crowd.FactsOf(number) is var facts && Array.Exists(lists, facts.IsOn))
            {
                compulsory[unit] += new Share(standings[number] is null ? 0 : 1, 1);
            }

            if (standings[number] is not { } standing)
            {
                continue;
            }

            counts[unit] += Tally.Of(standing);
            if (most > 0)
            {
                var queue = best[unit] ??= new PriorityQueue<int, int>();
                queue.Enqueue(standing.Score, standing.Score);
                if (queue.Count > most)
                {
                    queue.Dequeue();
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, counts.Length).Select(unit => new UnitFigures(
                counts[unit],
                compulsory[unit],
                prizes.TryGetValue(unit, out var won) ? won.ToValueList() : [],
                Publicity: 0,
                best[unit] is { } scores ? scores.UnorderedItems.Select(item => item.Element).OrderDescending().ToValueList() : [])),
        ];
    }

    private int MostBest() => contest.Definition.Collective
        .SelectMany(award => award.Score.Where(term => term.Measure == Measure.BestTotal || term.Ranks.Contains(Measure.BestTotal)).Select(term => term.Best ?? 1)
            .Concat(award.TieBreak.Where(measure => measure == Measure.BestTotal).Select(_ => 1)))
        .DefaultIfEmpty(0).Max();

    private void Targets(UnitFigures[] figures)
    {
        var classes = new UnitClasses(contest.Definition.Units, contest.Units);
        var reached = new Dictionary<int, (int Yes, int No)>();
        foreach (var unit in contest.Units.TopLevel)
        {
            var share = new Share(contest.Units.SubtreeOf(unit).ToArray().Sum(part => figures[part].Counts.People), contest.Units.SubtreeHeadcountOf(unit));
            if (share.Headcount > 0 && classes.TargetOf(unit) is { } percent)
            {
                var (yes, no) = reached.GetValueOrDefault(percent);
                reached[percent] = share.Reaches(percent) ? (yes + 1, no) : (yes, no + 1);
            }
        }

        foreach (var (percent, (yes, no)) in reached.OrderByDescending(each => each.Key))
        {
            use.Seen(no == 0 ? $"the participation target of {percent} %: all {yes} units reach it" : $"the participation target of {percent} %: none of {no} units reaches it", yes > 0 && no > 0);
        }
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
