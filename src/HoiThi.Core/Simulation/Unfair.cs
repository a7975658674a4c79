using HoiThi.Core.Contests;

namespace HoiThi.Core.Simulation;

/// <summary>What looks unfair, or as if it were not meant, in a report.</summary>
internal static class Unfair
{
    private const int ManyPerfect = 30;
    private const int FewPeople = 5;

    /// <summary>The warnings of a report.</summary>
    public static ValueList<string> In(SimulationReport report, Contest contest) =>
    [
        .. OfAdmission(report),
        .. OfQuestions(contest),
        .. report.Rounds.Where(round => !round.Practice).SelectMany(OfRound),
        .. report.Collective.SelectMany(group => OfGroup(group, contest.Collective.First(award => award.Code == group.Award))),
    ];

    private static IEnumerable<string> OfAdmission(SimulationReport report)
    {
        if (report.NotAdmitted * 2L > report.People)
        {
            yield return $"{Percent(report.NotAdmitted, report.People)} of the people are not admitted by any division or age: look at the classes.";
        }
    }

    private static IEnumerable<string> OfQuestions(Contest contest) =>
        from round in contest.Rounds
        where Enumerable.Range(0, Math.Max(1, contest.Divisions.Count)).Any(division => ContestRules.Of(contest, round.Number, division).QuestionFile is null)
        select $"{Words.Round(round.Number)}: its questions are not sealed yet; made-up ones stood in for them.";

    private static IEnumerable<string> OfRound(RoundReport round)
    {
        foreach (var division in round.Divisions)
        {
            if (round.Round > 0 && division.Entrants > 0 && division.PerfectPeople * 100 >= division.Entrants * ManyPerfect)
            {
                yield return $"{Words.Round(round.Round)}{Words.Of(division.Division)}: {Percent(division.PerfectPeople, division.Entrants)} end all correct; the paper does not part them.";
            }
        }

        foreach (var list in round.Prizes)
        {
            var winners = list.Prizes.Sum(prize => prize.Given);
            if (list.First is { Key: not null } first && winners > 0 && first.Equal > winners)
            {
                yield return $"{Words.Round(round.Round)}{Of(list)}: {first.Key} decides the first prize among {Percent(first.Equal, list.Entrants)} ({first.Equal}), who are equal before it.";
            }

            if (winners > 0 && list.First is { Key: null })
            {
                yield return $"{Words.Round(round.Round)}{Of(list)}: only the contestants' ids part the first from the second.";
            }

            if (list.Last is { Key: null } last && last.Place > 1)
            {
                yield return $"{Words.Round(round.Round)}{Of(list)}: only the contestants' ids part the last winner (place {last.Place}) from the next; {last.Equal} are equal.";
            }

            foreach (var prize in list.Prizes.Where(prize => prize.Left > 0))
            {
                yield return $"{Words.Round(round.Round)}{Of(list)}: {prize.Left} of '{prize.Name}' stay without a winner.";
            }
        }
    }

    private static IEnumerable<string> OfGroup(CollectiveReport group, CollectiveAward award)
    {
        var where = $"'{group.Name}'{(group.Group is null ? "" : $", {group.Group}")}";
        if (group.Considered == 0)
        {
            yield return $"{where}: no unit passes the gates.";
        }

        var measures = award.Score.SelectMany(term => term.Ranks.Append(term.Measure)).ToHashSet();
        foreach (var unit in group.Units.Where(unit => unit.Prize is not null && unit.Headcount is > 0 and <= FewPeople))
        {
            if (measures.Overlaps([Measure.Share, Measure.AverageScore]))
            {
                yield return $"{where}: a unit of {unit.Headcount} people ({unit.Unit}) wins '{unit.Prize}' on {(measures.Contains(Measure.Share) ? "share" : "average")}.";
            }
        }

        if (award.Score.Any(term => term.Measure == Measure.Publicity || term.Ranks.Contains(Measure.Publicity)))
        {
            yield return $"{where}: points for publicity are entered by people; the simulation counts none.";
        }
    }

    private static string Of(PrizeListReport list) => list.Divisions.Count == 0 ? "" : $" ({string.Join(", ", list.Divisions)})";

    private static string Percent(long part, long whole) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part * 100.0 / whole:0} %");
}
