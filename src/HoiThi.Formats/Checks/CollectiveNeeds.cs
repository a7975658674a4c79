using HoiThi.Core.Contests;
using HoiThi.Formats.Shapes;

namespace HoiThi.Formats.Checks;

/// <summary>What a collective award measures is there to be measured.</summary>
internal static class CollectiveNeeds
{
    public static void Check(Contest contest, Scope scope)
    {
        foreach (var (index, award) in contest.Collective.Index())
        {
            CheckGates(award, contest, $"collective[{index}]", scope);
            CheckWinners(award, contest, $"collective[{index}]", scope);
        }
    }

    private static void CheckGates(CollectiveAward award, Contest contest, string path, Scope scope)
    {
        var someCompulsory = contest.Lists.Any(list => list.Role == ListRole.Compulsory)
            || contest.Units.Kinds.Any(kind => kind.Compulsory);
        foreach (var (index, gate) in award.Gates.Index())
        {
            if (gate.Target && contest.Units.Targets.Count == 0)
            {
                scope.Add(
                    $"{path}.gates[{index}].target",
                    "units have to reach their participation target, and there are none",
                    "'targets' of the units");
            }

            if (gate.Compulsory && !someCompulsory)
            {
                scope.Add(
                    $"{path}.gates[{index}].compulsory",
                    "everybody who must take part has to have done so, and nobody must",
                    "a list of the role compulsory, or a kind with 'compulsory: true'");
            }
        }
    }

    private static void CheckWinners(CollectiveAward award, Contest contest, string path, Scope scope)
    {
        if (PrizeList.Of(contest).Any(list => list.Prizes.Count > 0))
        {
            return;
        }

        foreach (var (place, measure) in Measures(award))
        {
            if (measure is Measure.Winners or Measure.FirstPrizes or Measure.PrizePoints)
            {
                scope.Add(
                    $"{path}.{place}",
                    $"{Words.Of(measure)} counts individual prizes, and the contest has none",
                    "'prizes' in the contest, or another measure");
            }
        }
    }

    private static IEnumerable<(string Path, Measure Measure)> Measures(CollectiveAward award) =>
    [
        .. from gate in award.Gates.Index()
           where gate.Item.AtLeast is not null
           select ($"gates[{gate.Index}].atLeast.measure", gate.Item.AtLeast!.Measure),
        .. award.Score.Index().Select(term => ($"score[{term.Index}].measure", term.Item.Measure)),
        .. from term in award.Score.Index()
           from rank in term.Item.Ranks.Index()
           select ($"score[{term.Index}].ranks[{rank.Index}]", rank.Item),
        .. award.TieBreak.Index().Select(measure => ($"tieBreak[{measure.Index}]", measure.Item)),
    ];
}
